"""Write `lang/gazetteer/organisations.tsv`: bodies that news readers know by name, typed from general knowledge, by sort."""

from __future__ import annotations

from pathlib import Path

from rujuk.text.fold import fold

OUT = Path(__file__).resolve().parents[1] / "src/rujuk/lang/gazetteer/organisations.tsv"
KNOWN = {
    "international": """UN; United Nations; PBB; Perserikatan Bangsa-Bangsa; EU; European Union; Uni Eropa; NATO; ASEAN; OPEC; OPEC+; WHO; World Health Organization; Organisasi Kesehatan Dunia; WTO; IMF;
        World Bank; Bank Dunia; UNICEF; UNESCO; UNHCR; UNRWA; IAEA; ICC; ICJ; ILO; FAO; WFP; OCHA; OSCE; OECD; OECD; G7; G20; BRICS; African Union; Uni Afrika; Arab League; Liga Arab; OIC; OKI; Interpol; Europol; Red Cross;
        ICRC; Red Crescent; Palang Merah; Amnesty International; Human Rights Watch; Greenpeace; Oxfam; Save the Children; World Vision; Security Council; Dewan Keamanan; European Commission; Komisi Eropa; European Parliament;
        European Central Bank; Asian Development Bank; ADB; FIFA; UEFA; AFC; AFF; IOC; FIA; ATP; BWF; CSTO; CIS; SCO; APEC; ECOWAS; GCC; Mercosur; Commonwealth; Eurostat; UNDP; UNEP; IOM; MSF; Doctors Without Borders; WWF""",
    "known by several names (see `known` in lang/*/bodies.toml)": """North Atlantic Treaty Organization; North Atlantic Treaty Organisation; World Health Organisation; UN Refugee Agency; U.N. Refugee Agency; United Nations Refugee Agency; United Nations High Commissioner for Refugees; United Nations Children's Fund; World Food Programme; World Food Program;
        International Organization for Migration; International Organisation for Migration; International Atomic Energy Agency; International Committee of the Red Cross; International Committee for the Red Cross; International Red Cross; U.S. Geological Survey; U. S. Geological Survey;
        US Geological Survey; United States Geological Survey; American Geological Survey; International Monetary Fund; International Energy Agency; Indonesian Red Cross; International Federation of Red Cross and Red Crescent Societies; International Federation of the Red Cross;
        National Disaster Mitigation Agency; National Disaster Management Agency; National Agency for Disaster Management; National Agency for Disaster Mitigation; National Agency for Disaster Countermeasure; Indonesian Disaster Mitigation Agency; Indonesian National Disaster Agency;
        Statistics Indonesia; Central Bureau of Statistics; Central Statistics Agency; National Commission on Human Rights; National Human Rights Commission; US Defense Department; U.S. Defense Department; US Department of Defense; Holy See; International Criminal Court;
        International Court of Justice; UN Security Council; U.N. Security Council; United Nations Security Council; UN Agency for Palestinian Refugees; UN Relief and Works Agency; United Nations Relief and Works Agency; UN Office for the Coordination of Humanitarian Affairs;
        United Nations Office for the Coordination of Humanitarian Affairs; Islamic Revolutionary Guard Corps; Revolutionary Guards; Revolutionary Guard; Pacific Tsunami Warning Center; Pacific Tsunami Warning Centre; European-mediterranean Seismological Centre;
        European-mediterranean Seismological Center; European Mediterranean Seismological Centre; Japan Meteorological Agency; German Research Centre for Geosciences; German Research Center for Geosciences; Organisation of Islamic Cooperation; Organization of Islamic Cooperation;
        Perserikatan Bangsa Bangsa; Pakta Pertahanan Atlantik Utara; Badan Kesehatan Dunia; Badan Pengungsi PBB; Komisariat Tinggi PBB untuk Pengungsi; Komisioner Tinggi PBB untuk Pengungsi; Dana Anak-anak PBB; Program Pangan Dunia; Organisasi Internasional untuk Migrasi;
        Badan Energi Atom Internasional; Badan Tenaga Atom Internasional; Komite Internasional Palang Merah; Palang Merah Internasional; Survei Geologi Amerika Serikat; Survei Geologi AS; Badan Geologi Amerika Serikat; Badan Survei Geologi Amerika Serikat; Badan Survei Geologi AS; Badan Geologi AS;
        Dana Moneter Internasional; Badan Energi Internasional; Palang Merah Indonesia; Bulan Sabit Merah; Federasi Internasional Palang Merah; Federasi Internasional Palang Merah dan Bulan Sabit Merah; Badan Nasional Penanggulangan Bencana; Badan Pusat Statistik; Komisi Nasional Hak Asasi Manusia;
        Departemen Pertahanan AS; Kementerian Pertahanan AS; Takhta Suci; Mahkamah Pidana Internasional; Pengadilan Kriminal Internasional; Mahkamah Internasional; Dewan Keamanan PBB; DK PBB; Badan PBB untuk Pengungsi Palestina; Kantor PBB untuk Koordinasi Urusan Kemanusiaan;
        Korps Garda Revolusi Islam; Garda Revolusi Iran; Garda Revolusi Islam; Korps Garda Revolusi Iran; Pusat Peringatan Tsunami Pasifik; Pusat Seismologi Eropa-mediterania; Pusat Seismologi Eropa Mediterania; Badan Meteorologi Jepang; Pusat Penelitian Geosains Jerman; Organisasi Kerja Sama Islam;
        Organisasi Kerjasama Islam""",
    "armed and political": """Hamas; Hezbollah; Hizbullah; Fatah; Taliban; al-Qaeda; al Qaeda; al-Qaida; al Qaida; Al-Qaeda; ISIS; ISIL; Daesh; Islamic State; Negara Islam; al-Shabaab; al Shabaab; Boko Haram; Houthi; Houthis; PKK; YPG; SDF; FARC; ETA;
        IRA; PLO; IRGC; Garda Revolusi; Mossad; IDF; Jemaah Islamiyah; JAD; OPM; KKB; TPNPB; GAM; Muslim Brotherhood; Ikhwanul Muslimin; al-Nusra; Jabhat al-Nusra; Abu Sayyaf; Peshmerga; Free Syrian Army; Hamas; Kremlin; Pentagon; White House;
        Gedung Putih; Capitol Hill; Downing Street; Scotland Yard; Knesset; Bundestag; Duma; Politburo; Likud; Labour; Labour Party; Tory; Tories; Conservative Party; Liberal Democrats; Democrats; Republicans; Democratic Party; Republican Party; GOP; Green Party; BJP;
        Communist Party; Congress; Senate; House of Representatives; House of Commons; House of Lords; Supreme Court; Federal Reserve; Fed; Wall Street; Treasury; State Department; Justice Department; FBI; CIA; NSA; DEA; ATF; TSA; FDA; EPA; FEMA; NASA; NOAA; USGS; NYPD; LAPD; NHS;
        CDC; SEC; FCC; FAA; NTSB; IRS; ICE; MI5; MI6; KGB; FSB; RAF; US Army; Navy; Air Force; Marines; Marine Corps; Coast Guard; National Guard; Central Command; CENTCOM""",
    "media": """Reuters; AFP; Agence France-Presse; AP; Associated Press; TASS; Itar-Tass; Interfax; RIA Novosti; Xinhua; Kyodo; Yonhap; Anadolu; DPA; ANSA; EFE; Bernama; IRNA; Fars; Mehr; Tasnim; SANA; BBC; CNN; Fox News; NBC; CBS; ABC; MSNBC; NPR; PBS; C-SPAN; Al Jazeera; Al-Jazeera; Al Arabiya; Sky News;
        The New York Times; New York Times; Washington Post; The Washington Post; Wall Street Journal; Los Angeles Times; USA Today; Financial Times; The Guardian; Guardian; The Times; Daily Mail; Daily Telegraph; The Economist; Bloomberg; CNBC; Time; Newsweek; Politico; Breitbart; Huffington Post; Der Spiegel; Le Monde; Haaretz;
        Jerusalem Post; Times of Israel; Daily Sabah; South China Morning Post; The Straits Times; Straits Times; ABC News; CBS News; NBC News; Russia Today; RT; CCTV; NHK; Antara; Kompas; Kompas.com; KOMPAS.com; Tempo; Tempo.co; Detik; detikcom; Liputan6.com; Liputan6; Republika; Okezone; Tribunnews; Tribunnews.com; Viva; Merdeka.com; CNN Indonesia;
        CNBC Indonesia; Sindonews; Suara.com; Kumparan; Metro TV; TVRI; RRI; SCTV; RCTI; TVOne; Media Indonesia; Jawa Pos; Bisnis.com; Bisnis Indonesia; Kontan; BeritaSatu; Jakarta Post; Jakarta Globe; VOA; Deutsche Welle; DW""",
    "companies": """Google; Alphabet; Apple; Microsoft; Amazon; Facebook; Meta; Twitter; X Corp; Instagram; WhatsApp; YouTube; TikTok; ByteDance; Netflix; Disney; Spotify; Uber; Airbnb; Tesla; SpaceX; OpenAI; Nvidia; Intel; AMD; IBM; HP; Dell; Oracle; Cisco; Qualcomm; Broadcom; Samsung; Sony; LG; Huawei; Xiaomi; Oppo; Vivo; Lenovo; Nokia; Ericsson;
        Toyota; Honda; Suzuki; Mitsubishi; Nissan; Mazda; Hyundai; Kia; BYD; Ford; General Motors; Volkswagen; BMW; Mercedes-Benz; Ferrari; Porsche; Boeing; Airbus; Lockheed Martin; Shell; BP; Exxon; ExxonMobil; Chevron; Total; Gazprom; Rosneft; Aramco; Petronas; Goldman Sachs; Morgan Stanley; JPMorgan; Citigroup; HSBC; Barclays; Deutsche Bank;
        UBS; Credit Suisse; Lehman Brothers; Bank of America; Wells Fargo; Walmart; Nestle; Unilever; Coca-Cola; Pepsi; McDonald's; Starbucks; Nike; Adidas; Pertamina; PLN; Telkom; Telkomsel; Indosat; XL Axiata; Garuda Indonesia; Lion Air; Citilink; Batik Air; AirAsia; Sriwijaya Air; Gojek; Grab; Tokopedia; Shopee; Bukalapak; Traveloka; GoTo; Blue Bird; Bluebird;
        Astra; Astra International; BCA; BRI; BNI; Bank Mandiri; BTN; Bank Indonesia; Freeport; Freeport Indonesia; Antam; Bulog; Jasa Marga; Pelni; ASDP; PT KAI; KAI; Angkasa Pura; Indofood; Wilmar; Sinar Mas; Salim; Lippo; Danantara; Emirates; Qantas; Saudia; Saudi Airlines; Singapore Airlines; Malaysia Airlines; Lufthansa; Air France; British Airways""",
    "Indonesian": """KPK; Komisi Pemberantasan Korupsi; Polri; TNI; TNI AD; TNI AL; TNI AU; DPR; DPR RI; DPD; DPRD; MPR; MPR RI; MK; MA; MKD; BPK; BPKP; BI; OJK; LPS; PPATK; KPU; KPUD; Bawaslu; Panwaslu; DKPP; Kejagung; Kejaksaan Agung; Bareskrim; Densus 88; Brimob; Basarnas; BNPB; BPBD; BMKG; BPPTKG; PVMBG; BNN; BNPT; BIN; BSSN; BPOM; BPJS; BPJS Kesehatan; BPS;
        BKN; BKPM; BRIN; LIPI; LAPAN; KNKT; Komnas HAM; Komnas Perempuan; Kontras; LBH; ICW; YLKI; MUI; NU; PBNU; Nahdlatul Ulama; Muhammadiyah; FPI; HTI; HMI; PMII; BEM; KSPI; Apindo; Kadin; HIPMI; Aprindo; PSSI; KONI; PBSI; Persib; Persib Bandung; Persija; Persija Jakarta; Persebaya; Arema; Arema FC; PSM; PSM Makassar; Bali United; Persis; Persis Solo; PSIS; Persipura;
        Borneo FC; Timnas; Golkar; PDIP; PDI-P; PDI Perjuangan; Gerindra; Demokrat; Partai Demokrat; PKB; PKS; PAN; PPP; NasDem; Nasdem; Hanura; Perindo; PSI; PBB; Kemenkes; Kemenkeu; Kemenhub; Kemendagri; Kemlu; Kemenlu; Kemhan; Kemensos; Kemenag; Kemendikbud; Kemendag; Kemenperin; Kementan; Kemenpora; Kemnaker; Kemenaker; KLHK; Kemenhut; Kominfo;
        Kemenkominfo; Komdigi; Kemkomdigi; PUPR; ESDM; Kementerian ESDM; BUMN; Kementerian BUMN; Kemenko; Menkopolhukam; Setneg; UI; UGM; ITB; IPB; ITS; Unair; Undip; Unpad; UNS; UIN; Gojek; BEI; Bursa Efek Indonesia; IHSG; Bappenas; Bapanas; DLH; Dishub; Dinkes; Disdik; Dinsos; Satpol PP; Damkar; Gulkarmat; PMI; Tagana; Polda Metro Jaya; Mabes Polri; Propam; Kompolnas; Ombudsman; LPSK; KPAI; Pemprov DKI;
        Bea Cukai; Ditjen Bea Cukai; Ditjen Pajak; DJP; Imigrasi; Ditjen Imigrasi; Samsat; Korlantas; Korlantas Polri; Dukcapil; Disdukcapil; Jampidsus; Jampidum; Kejati; Kejari; Paspampres; Kopassus; Kostrad; Marinir; Puspom TNI; Baharkam; Propam Polri; Divhumas Polri; Puslabfor; Inafis; Tim SAR; Kantor SAR; Bakamla; BP2MI; BPJPH; BP Batam; BGN; Badan Gizi Nasional; BPH Migas;
        SKK Migas; BP Tapera; LPDP; LKPP; LAN; ANRI; BIG; Perpusnas; Perhutani; Peruri; PTPN; Pupuk Indonesia; Inalum; MIND ID; Pos Indonesia; Damri; Perumnas; Waskita Karya; Adhi Karya; Hutama Karya; Wijaya Karya; Bank DKI; Bank BJB; Bank Jatim; BSI; Pegadaian; Jasa Raharja; Taspen; Gaikindo; AISI; REI; PHRI; IDI; PGRI; PERADI; Peradi; AJI; PWI; Dewan Pers; KPI; KPID; Walhi; Greenpeace Indonesia; JATAM; Elsam;
        Kementerian PANRB; KemenPAN-RB; Kemenpan-RB; Kemenparekraf; Kemenpar; KKP; Kemenkop; Kemen PPPA; KemenPPPA; Kemendikdasmen; Kemendiktisaintek; Kementerian ATR/BPN; BPN; Kemenkum; Kemenkumham; Kemenham; Kementerian PU; Kementerian PUPR; KSP; Setkab; Wantimpres; Lemhannas; DPRD Jabar; DPRD Jatim; DPRD Jateng; Pemprov Jabar; Pemprov Jatim; Pemprov Jateng; Pemprov Bali; Dishut; Dinsos DKI;
        Pemprov DKI Jakarta; DPRD DKI; Transjakarta; MRT Jakarta; KAI Commuter; KCI; PDAM; RSCM; RSPAD; GAPKI; Gapki; Organda""",
    "clubs": """Manchester United; Manchester City; Liverpool; Chelsea; Arsenal; Tottenham; Tottenham Hotspur; Everton; Aston Villa; Newcastle United; Leicester City; West Ham; Barcelona FC; FC Barcelona; Real Madrid; Atletico Madrid; Juventus; AC Milan; Inter Milan; AS Roma; Lazio; Napoli; Bayern Munich; Bayern Munchen;
        Borussia Dortmund; Paris Saint-Germain; PSG; Ajax; Benfica; Porto; Celtic; Rangers; Galatasaray; Al Hilal; Al Nassr; Inter Miami; New York Yankees; Yankees; Red Sox; Boston Red Sox; Lakers; Dodgers; Mets; Cubs; Cowboys; Patriots; NBA; NFL; MLB; NHL; MLS; NCAA; Ferrari; Red Bull; McLaren; Ducati; Yamaha; Liga 1; Premier League; La Liga; Serie A; Bundesliga; Super League; Liga Inggris""",
}


REGIONS = """Africa; Asia; Europe; North America; South America; Latin America; Central America; Antarctica; Oceania; Middle East; Near East; Far East; Southeast Asia; South-East Asia; South Asia; Central Asia; East Asia; East Africa; West Africa;
North Africa; Southern Africa; Sub-Saharan Africa; Horn of Africa; Eastern Europe; Western Europe; Balkans; Baltics; Caucasus; Scandinavia; Caribbean; Maghreb; Sahel; Levant; Arabian Peninsula; Korean Peninsula; Sinai; Sinai Peninsula; Crimea; Kashmir; Kurdistan; Chechnya; Siberia; Tibet; Xinjiang;
Gaza Strip; West Bank; Golan Heights; Gulf of Aden; Gulf of Mexico; Persian Gulf; Arabian Gulf; Gulf of Oman; Gulf of Thailand; Strait of Hormuz; Strait of Malacca; Straits of Malacca; Suez Canal; Panama Canal; Pacific Ocean; Atlantic Ocean; Indian Ocean; Arctic Ocean; Pacific; Atlantic; Mediterranean; Mediterranean Sea;
Red Sea; Black Sea; Caspian Sea; Dead Sea; Baltic Sea; North Sea; Arabian Sea; Java Sea; South China Sea; East China Sea; Yellow Sea; Sea of Japan; Bay of Bengal; English Channel; Bosphorus; Ring of Fire; Pacific Ring of Fire; Himalayas; Alps; Andes; Amazon; Sahara; Nile; Danube; Rhine; Euphrates; Tigris; Mekong; Ganges; Mississippi River;
Silicon Valley; Hollywood; Wall Street; New England; Midwest; Manhattan; Brooklyn; Bronx; Queens; Long Island; Afrika; Eropa; Amerika Utara; Amerika Selatan; Amerika Latin; Timur Tengah; Asia Tenggara; Asia Timur; Asia Selatan; Asia Tengah; Asia Pasifik; Afrika Utara; Afrika Barat; Afrika Timur; Eropa Timur; Eropa Barat; Jalur Gaza; Tepi Barat; Dataran Tinggi Golan;
Semenanjung Korea; Semenanjung Arab; Krimea; Teluk Aden; Teluk Persia; Teluk Oman; Teluk Tomini; Selat Hormuz; Selat Malaka; Selat Sunda; Selat Bali; Selat Makassar; Samudra Pasifik; Samudera Pasifik; Samudra Hindia; Samudera Hindia; Samudra Atlantik; Laut Merah; Laut Hitam; Laut Kaspia; Laut Mati; Laut Jawa; Laut China Selatan; Laut Cina Selatan; Laut Natuna Utara;
Laut Banda; Laut Flores; Laut Sulawesi; Laut Arafura; Laut Tengah; Terusan Suez; Cincin Api; Jawa; Pulau Jawa; Sumatera; Sumatra; Kalimantan; Borneo; Sulawesi; Nusa Tenggara; Flores; Lombok; Sumbawa; Sumba; Madura; Nias; Mentawai; Papua; Papua Barat; Java; Bali; Jabodetabek; Jabotabek; Pantura; Bodetabek; Solo Raya; Malang Raya; Bandung Raya; Indonesia Timur; Nusantara"""


def main() -> None:
    file = OUT.with_name("regions.tsv")
    regions = sorted({fold(n) for n in REGIONS.split(";") if n.strip()})
    file.write_text(
        "# folded names of continents, seas and regions; typed for Rujuk, see training/organisations.py\n"
        + "\n".join(regions)
        + "\n",
        encoding="utf-8",
    )
    names = sorted({fold(n.replace("\n", " ")) for text in KNOWN.values() for n in text.split(";") if n.strip()})
    OUT.write_text(
        "# folded names of organisations that news readers know; typed for Rujuk, see training/organisations.py\n"
        + "\n".join(names)
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
