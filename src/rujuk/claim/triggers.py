"""Which happening a number belongs to: every trigger of the sentence asks for it, the nearest by grammar has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rujuk.claim.clause import Clause, Word
from rujuk.claim.counted import Counted
from rujuk.claim.together import TOGETHER, chain_left, chain_right
from rujuk.lang.figures import Role, Trigger
from rujuk.model.marks import QuantityKind

LIMIT = 6.5
"""Highest cost at which a trigger still takes a number; set on development stories, where right ones seldom cost over 5."""

OWN = 3.8
"""Cost of the measure that the counted noun carries by itself: any happening close by outweighs it."""


OBJECT = 8.0
"""Cost for a trigger where another verb has the number for its object."""

SINGLE = 3.2
"""Highest cost at which "one of many" is a figure: it must itself be the subject of the event."""

FOLLOWED = 6.0
"""Cost of a past form right behind a number where an object follows it."""

OTHERS = 4.0
"""Cost of a trigger that is said of another noun."""

WEAK = 1.5
"""Cost of a word that makes a figure only beside others of its measure."""

SHARED = 1.5
"""Cost of the way from a verb to its second object."""

MISCOUNTED = 4
"""Words behind what is counted among which it may be told that it was counted wrongly."""

ONBOARD = 2.5
"""Cost of being aboard where something is told of those aboard ("all 90 people aboard survived")."""

RESULT = -0.2
"""Cost of a state right behind what an act brought into it, which outweighs the act ("shot one man dead")."""

REACHED = 1.5
"""Cost of the way from a noun of happening to the number that it is said to have reached."""

TOPIC = 6
"""Words that may tell more of a whole before the comma behind it ("of the five who were there, three survived")."""

HARMED = frozenset({"killed", "injured", "hostages", "affected"})
"""Measures of people whom somebody may have done it to."""

CERTAIN = frozenset({"killed", "injured", "detained", "hostages", "released", "suspects"})
"""Measures that befall people alone, so that they may take a number whose noun is not known."""


@dataclass(frozen=True, slots=True)
class Match:
    """The measure of a number: `trigger` is the index of the word that says so (None: the noun itself)."""

    cost: float
    measure: str
    rule: str
    trigger: int | None


def best_match(clause: Clause, counted: Counted, all_counted: Mapping[int, Counted]) -> Match | None:
    """Find the cheapest measure for a number; None where nothing takes it."""
    found: Match | None = None
    i = counted.number
    if any("miscount" in w.term.marks for w in clause.words[counted.end : counted.end + MISCOUNTED]):
        return None
    if counted.bare and i and "definite" in clause.words[i - 1].term.marks and _one(clause, i):
        return None  # "the same one seized on Friday"
    by_agent = _before(clause, i, "agent")
    start, more = chain_right(clause, counted, all_counted)
    first, less = chain_left(clause, counted, all_counted)
    verb = governor(clause, i)
    aside = _aside(clause, counted, all_counted)
    before, same = _same(counted, all_counted)
    topic = _topic(clause, counted)
    partial = _is_whole(clause, i, all_counted)
    for t in clause.triggers:
        if t and "undone" in clause.words[t - 1].term.marks:
            continue
        for trigger in clause.words[t].term.triggers:
            fit = 0.0 if before < t < i and same & trigger.counts else _fits(counted, trigger)
            if fit is None or (trigger.role is Role.ACT and not _carried(clause, t)):
                continue
            if topic is not None and t > topic and trigger.role is not Role.NAME:
                continue
            if counted.single and not (t >= counted.end and trigger.role in (Role.STATE, Role.DONE)):
                continue
            if counted.bare and t < i and trigger.role is Role.STATE and trigger.measure not in CERTAIN:
                continue  # "... on the ferry to 11": where people are does not count a number without a noun
            if verb is not None and trigger.role in (Role.STATE, Role.DONE, Role.ACT):
                fit += OBJECT if _theirs(clause, verb, counted.end, t) else 0.0
            if t < i and trigger.role in (Role.DONE, Role.ACT) and _of_another(clause, t, i):
                fit += OBJECT
            if aside and t > counted.end and t != counted.predicate and trigger.role in (Role.STATE, Role.DONE):
                fit += OBJECT
            if trigger.measure == "aboard" and trigger.role is Role.STATE and t >= counted.end and _befallen(clause, t):
                fit += ONBOARD
            if (
                counted.bare
                and t < i
                and trigger.role in (Role.STATE, Role.DONE)
                and "preposition" in clause.words[i - 1].term.marks
            ):
                continue  # "dies at 77"
            if partial and t >= counted.end and trigger.measure != "aboard" and _of_part(clause, t, trigger.role):
                continue
            if by_agent and trigger.role is not Role.AGENT and not (trigger.role is Role.ACT and t == i - 1):
                continue
            fit += WEAK if trigger.weak else 0.0
            cost = fit + _cost(clause, counted, t, trigger, start, more, first, less, by_agent, all_counted)
            if cost <= LIMIT and (found is None or cost < found.cost):
                found = Match(cost, trigger.measure, trigger.rule, t)
    if found is not None and found.measure == "detained" and found.trigger is not None and _captors(clause, found.trigger, i):
        found = Match(found.cost, "hostages", found.rule.replace("detained", "hostages"), found.trigger)
    if found is None and by_agent and _victims(clause, i, counted):
        return Match(OWN, "attackers", "agent.victims", None)
    if counted.single:
        return found if found is not None and found.cost <= SINGLE else None
    if counted.measures and (found is None or found.cost > OWN):
        measure, rule = counted.measures[0]
        found = Match(OWN, measure, rule, counted.left)
    return found


def _resumed(between: Sequence[Word]) -> bool:
    """Say whether a comma ends an insertion and a passive goes on ("Tom, having two wives, is charged")."""
    return len(between) > 1 and between[0].text == "," and "passive" in between[1].term.marks


def _one(clause: Clause, i: int) -> bool:
    quantity = clause.words[i].quantity
    return quantity is not None and quantity.best == 1


def _is_whole(clause: Clause, i: int, all_counted: Mapping[int, Counted]) -> bool:
    """Say whether the number only tells of how many a part is ("seven of the eight sailors survived")."""
    j = i - 1
    while j >= 0 and "partitive" not in clause.words[j].term.marks and clause.words[j].term.marks & {"skip", "definite"}:
        j -= 1
    return j > 0 and "partitive" in clause.words[j].term.marks and j - 1 in all_counted


def _of_part(clause: Clause, t: int, role: Role) -> bool:
    """Say whether the trigger at t, behind a part and its whole, tells of the part."""
    return role is Role.STATE or (role is Role.DONE and _passive(clause, t))


def _befallen(clause: Clause, t: int) -> bool:
    """Say whether a verb tells what befell those of whom t says where they are."""
    for w in clause.words[t + 1 : t + 4]:
        if not w.text[0].isalnum() or w.quantity is not None or w.term.marks & {"coordinator", "preposition", "subordinator"}:
            return False
        if any(x.role in (Role.STATE, Role.DONE) for x in w.term.triggers):
            return True
    return False


def _victims(clause: Clause, i: int, counted: Counted) -> bool:
    """Say whether people are told to have done what befell others ("beaten and robbed by three men")."""
    if "person" not in counted.classes or "force" in counted.classes or counted.single:
        return False
    for w in reversed(clause.words[max(0, i - 4) : i]):
        if w.quantity is not None or w.text in ",;:.":
            return False
        if any(t.measure in HARMED and t.role in (Role.DONE, Role.STATE) for t in w.term.triggers):
            return True
    return False


def governor(clause: Clause, i: int) -> int | None:
    """Find the active verb that has the number at i for its object, known or known by its shape ("accused of robbing three men")."""
    words = clause.words
    j = i - 1
    while j >= 0 and words[j].term.marks & {"skip", "definite", "particle"} and words[j].quantity is None:
        j -= 1
    if j < 0 or words[j].quantity is not None or words[j].time:
        return None
    return j if words[j].term.marks & {"verb", "takes"} else None


def _topic(clause: Clause, counted: Counted) -> int | None:
    """Give the number whose event is told of some of these ("of the 53 passengers, 30 survived"), None where this one opens no such sentence."""
    words, i = clause.words, counted.number
    k = i - 1
    while k >= 0 and words[k].term.marks & {"definite", "total"} and "of" not in words[k].term.marks:
        k -= 1
    if k < 0 or "of" not in words[k].term.marks or (k and words[k - 1].text not in ",.:;"):
        return None
    end = counted.end
    while end < len(words) and end - counted.end <= TOPIC and words[end].quantity is None and words[end].text[0].isalnum():
        end += 1
    if end >= len(words) or words[end].text != ",":
        return None
    return next((n for n in clause.numbers if end < n <= end + 3), None)


def _same(counted: Counted, all_counted: Mapping[int, Counted]) -> tuple[int, frozenset[str]]:
    """Give the number before a bare one and the class of thing it counts, which a second verb may mean too ("hit 100 ships and sank 40")."""
    if not counted.bare or counted.classes:
        return counted.number, frozenset()
    last = max((c.number for c in all_counted.values() if c.number < counted.number), default=None)
    if last is None:
        return counted.number, frozenset()
    return last, all_counted[last].classes & frozenset({"vehicle", "building", "flight"})


def _aside(clause: Clause, counted: Counted, all_counted: Mapping[int, Counted]) -> bool:
    """Say whether a number is in a phrase beside people counted before it ("who fled with 90 others"), with no verb right behind."""
    if not _before(clause, counted.number, "preposition"):
        return False
    behind = clause.words[counted.end : counted.end + 1]
    if any(w.term.marks & {"passive", "relative"} for w in behind):
        return False
    return any(c.number < counted.number and "person" in c.classes for c in all_counted.values())


def _theirs(clause: Clause, verb: int, end: int, t: int) -> bool:
    """Say whether the trigger at t tells of the subject of the verb, and not of its object."""
    if t < verb:  # "arrest and expel 90 people" has both verbs
        return verb == t + 1 or not all("coordinator" in w.term.marks for w in clause.words[t + 1 : verb])
    if t == verb or t < end:
        return False
    between = clause.words[end:t]
    if any("relative" in w.term.marks for w in between):
        return False
    if "takes" in clause.words[verb].term.marks or _resumed(between):
        return True
    joined = [w for w in between if "coordinator" in w.term.marks]
    return bool(joined) and all(w.quantity is None for w in between) and not _passive(clause, t)


def _of_another(clause: Clause, t: int, i: int) -> bool:
    """Say whether the number only tells whose the verb's object is ("release the names of the two men")."""
    words = clause.words
    k = i - 1
    while k > t and words[k].text != "of" and words[k].term.marks & {"skip", "definite"}:
        k -= 1
    if k - 1 <= t or "partitive" not in words[k].term.marks:
        return False
    w = words[k - 1]
    return w.quantity is None and w.text[0].isalpha() and not w.term.marks & {"link", "total", "collective"}


def _carried(clause: Clause, t: int) -> bool:
    """Say whether a verb of bringing is said of a vehicle; other verbs need none."""
    if "carry" not in clause.words[t].term.marks:
        return True
    return any(w.term.classes & {"vehicle", "flight"} for w in clause.words[max(0, t - 6) : t])


def _captors(clause: Clause, t: int, i: int) -> bool:
    """Say whether those who take people are attackers, which makes those taken hostages."""
    words = clause.words
    roles = {x.role for x in words[t].term.triggers if x.measure == "detained"}
    if t > i or not roles & {Role.ACT, Role.DONE} or (Role.DONE in roles and _passive(clause, t)):
        return False
    for w in reversed(words[max(0, t - 6) : t]):
        if w.quantity is not None or w.text in ",;.:":
            return False
        if w.term.classes & TOGETHER or w.term.counted:
            return any(measure == "attackers" for measure, _ in w.term.counted)
    return False


def _fits(counted: Counted, trigger: Trigger) -> float | None:
    """Give the cost of a trigger's claim to what is counted, None where it cannot befall it."""
    if not trigger.counts:  # a happening, which people and things are not counted in
        return 0.0 if trigger.role is not Role.NAME or not counted.classes & TOGETHER else None
    if counted.classes & trigger.counts:
        return 0.0
    if counted.classes:
        return None
    if "person" not in trigger.counts:
        return None
    if counted.bare:
        return 0.5
    return 1.5 if trigger.measure in CERTAIN and not trigger.known else None


def _before(clause: Clause, i: int, mark: str) -> bool:
    j = i - 1
    while j >= 0 and clause.words[j].term.marks & {"skip", "range"} and mark not in clause.words[j].term.marks:
        j -= 1
    return j >= 0 and mark in clause.words[j].term.marks


def _cost(
    clause: Clause,
    counted: Counted,
    t: int,
    trigger: Trigger,
    start: int,
    more: float,
    first: int,
    less: float,
    by_agent: bool,
    all_counted: Mapping[int, Counted],
) -> float:
    i, role = counted.number, trigger.role
    words = clause.words
    if role is Role.STATE and i + 1 < t == counted.end - 1 and "result" in words[t].term.marks and _acted(clause, i):
        return RESULT
    if t == counted.predicate and role in (Role.STATE, Role.DONE, Role.NAME):
        following = t + 1 < len(words) and role is Role.DONE and _object_at(clause, t + 1)
        return FOLLOWED if following else 0.3
    if i < t < counted.end:
        return {Role.NAME: 0.0 if t == i + 1 else 5.0, Role.STATE: 2.0, Role.DONE: 2.0}.get(role, 99.0)
    if t < i:
        if _denominator(clause, i, t, all_counted) or (role is Role.ACT and _bare_noun(clause, t, i)):
            return 99.0
        if counted.predicate is not None and role in (Role.ACT, Role.DONE):
            less += 3.0
        plain = clause.between(t + 1, i)
        chained = clause.between(t + 1, first) + less
        split = _split(clause, t + 1, i)
        far = plain + (4.0 if split else 0.0) + (plain if role is Role.NAME else 0.0)
        distance = min(far, chained) if first < i else far
        if role is Role.NAME and distance > REACHED and _reached(clause, t, i):
            distance = REACHED
        if split and role in (Role.ACT, Role.DONE) and _shared(clause, counted, t, trigger):
            distance = min(distance, SHARED)
        if _before(clause, i, "preposition") and role is not Role.NAME:
            distance += 4.0
        return distance + _left(clause, t, role, min(plain, clause.between(t + 1, first)), by_agent, all_counted)
    plain = clause.between(counted.end, t)
    if role is Role.STATE and t == counted.end and "result" in words[t].term.marks and _acted(clause, i):
        return RESULT
    if t == counted.end + 1 and "part-cue" in words[counted.end].term.marks:
        return 99.0  # "five others, including a jailed man"
    if role is Role.STATE and _has_own(clause, counted.end, t):
        plain, more = plain + OTHERS, more + OTHERS
    if _about_another(clause, counted.end, t):
        plain, more = plain + OTHERS, more + OTHERS
    distance = min(plain, clause.between(start, t) + more) if start <= t else plain
    return distance + _right(clause, counted, t, role, plain)


def _acted(clause: Clause, i: int) -> bool:
    """Say whether a verb stands right before the number at i, light words aside."""
    j = i - 1
    while j >= 0 and clause.words[j].quantity is None and clause.words[j].term.marks & {"skip", "definite", "particle"}:
        j -= 1
    if j < 0:
        return False
    term = clause.words[j].term
    return "verb" in term.marks or any(x.role in (Role.ACT, Role.DONE) for x in term.triggers)


def _bare_noun(clause: Clause, t: int, i: int) -> bool:
    """Say whether a verb form is a noun there: only a joining word stands between it and the number ("head wounds while 300 others")."""
    between = [w for w in clause.words[t + 1 : i] if "skip" not in w.term.marks]
    return len(between) == 1 and "coordinator" in between[0].term.marks


def _shared(clause: Clause, counted: Counted, t: int, trigger: Trigger) -> bool:
    """Say whether a number is the second object of a verb whose first is one person ("arrested the captain and two sailors")."""
    words, i = clause.words, counted.number
    between = words[t + 1 : i]
    if not between or len(between) > 10 or "coordinator" not in between[-1].term.marks:
        return False
    if any(w.quantity is not None or w.time or w.text in ",;:." or (w.term.triggers and not w.term.classes) for w in between):
        return False
    text, names = clause.sentence.span.exact, clause.sentence.paragraph >= 0
    if names and "person" in trigger.counts and all(text[w.start].isupper() or w.text in "()" for w in between[:-1]):
        return True
    return any(w.term.classes & trigger.counts for w in between)


def _reached(clause: Clause, t: int, i: int) -> bool:
    """Say whether a far noun of happening is the subject of a verb of reaching right before the number."""
    between = clause.words[t + 1 : i]
    if not any("reach" in w.term.marks for w in between[-3:]) and "reach" not in clause.words[i].term.marks:
        return False
    return all(w.quantity is None and w.text not in ";.!?" and not _verbal(w) for w in between)


def _verbal(word: Word) -> bool:
    return any(x.role is not Role.NAME for x in word.term.triggers) and "link" not in word.term.marks


def _has_own(clause: Clause, a: int, t: int) -> bool:
    """Say whether a new clause lies between a number and a trigger that has a number of its own behind ("three, but we caught only two")."""
    words = clause.words
    behind = words[t + 1].quantity if t + 1 < len(words) else None
    if words[t - 1].text == "," and behind is not None:
        return behind.kind is QuantityKind.COUNT  # "ada empat orang, selamat dua orang"
    if not any("coordinator" in w.term.marks for w in words[a:t]):
        return False
    return any(w.quantity is not None and w.quantity.kind is QuantityKind.COUNT for w in words[t + 1 : t + 3])


def _about_another(clause: Clause, a: int, t: int) -> bool:
    """Say whether the trigger stands in a relative clause on another noun ("a vigil for a boy who was killed")."""
    words = clause.words
    for r in range(t - 1, max(a, t - 5), -1):
        if "relative" in words[r].term.marks:
            before = words[r - 1]
            return before.quantity is not None or bool(before.term.classes & TOGETHER)
    return False


def _denominator(clause: Clause, i: int, t: int, all_counted: Mapping[int, Counted]) -> bool:
    """Say whether a number is the whole of a part between it and the trigger ("freed 21 of the 200 girls")."""
    j = i - 1
    of = False
    while j > t:
        w = clause.words[j]
        if w.quantity is not None:
            return of and j in all_counted
        of = of or w.text == "of"
        if "skip" not in w.term.marks and "of" not in w.term.marks:
            return False
        j -= 1
    return False


def _split(clause: Clause, a: int, b: int) -> bool:
    """Say whether a comma or a joining word stands between a verb and a number, so that the number is no plain object."""
    return any(w.text == "," or "coordinator" in w.term.marks for w in clause.words[a:b])


def _left(clause: Clause, t: int, role: Role, distance: float, by_agent: bool, all_counted: Mapping[int, Counted]) -> float:
    """Cost of the role where the trigger stands before the number."""
    if role is Role.STATE:
        return 0.6 if distance <= 1.0 else 4.0
    if role is Role.ACT:
        return 0.0
    if role is Role.NAME:
        return 0.2
    if role is Role.AGENT:
        return 0.3 if by_agent else 99.0
    passive = _passive(clause, t) or (t in {c.end for c in all_counted.values()} and not _object_at(clause, t + 1))
    return 8.0 if passive else 0.0


def _right(clause: Clause, counted: Counted, t: int, role: Role, distance: float) -> float:
    """Cost of the role where the trigger stands behind the number."""
    relative = t > 0 and "relative" in clause.words[t - 1].term.marks
    if role is Role.STATE:
        return 0.5 if relative else 0.0
    if role is Role.NAME:
        return 0.5 if distance <= 0.1 else 5.0
    if role is Role.AGENT:
        closed = any(w.text in ",);" for w in clause.words[counted.end : t])
        return 99.0 if closed or _passive(clause, t) else 4.0
    if role is Role.ACT:
        inside = any("relative" in w.term.marks for w in clause.words[counted.end : t])
        return 5.0 if inside and not _object_at(clause, t + 1) else 99.0
    earlier = clause.words[counted.end].term.triggers if counted.end < t else ()
    reduced = -2.3 if any(x.role is Role.DONE for x in earlier) and not _passive(clause, counted.end) else 0.0
    if _passive(clause, t):
        return reduced
    if _object_at(clause, t + 1) or relative:
        return 7.0
    return 3.0 + reduced


def _passive(clause: Clause, t: int) -> bool:
    """Say whether a helping verb of the passive stands before a past form, with at most three light words between."""
    joined = False
    for w in reversed(clause.words[max(0, t - 4) : t]):
        if "passive" in w.term.marks:
            return True
        if "perfect" in w.term.marks:
            return False
        if w.quantity is not None or not w.text[0].isalnum() or w.term.classes:
            return False
        if "verb" in w.term.marks and not joined:
            return False
        joined = "coordinator" in w.term.marks
    return False


def _object_at(clause: Clause, j: int) -> bool:
    """Say whether an object starts at j."""
    text = clause.sentence.span.exact
    for k, w in enumerate(clause.words[j : j + 3]):
        if w.quantity is not None:
            return True
        if k == 0 and clause.sentence.paragraph >= 0 and not w.time and not w.term.words and text[w.start].isupper():
            return True
        if (w.term.classes or w.term.counted) and "preposition" not in w.term.marks:
            return "thing" not in w.term.classes
        if k and not w.term.words and w.text[0].isalpha() and "determiner" in clause.words[j].term.marks:
            return True
        if "skip" not in w.term.marks and "definite" not in w.term.marks:
            return False
    return False
