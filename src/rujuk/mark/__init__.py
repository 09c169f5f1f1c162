"""Report to marks: each module is one layer, a pure function of the layers below it."""
