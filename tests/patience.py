"""Waiting for a page that forbids `eval`: Playwright's own waiting evaluates in the page, which the policy refuses as soon as it has to ask twice."""

from __future__ import annotations

from typing import Any

STEP, STEPS = 50, 100
"""Milliseconds between two looks, and how many looks at most."""


def until(page: Any, expression: str) -> None:
    """Look at an expression from outside the page until it holds, for five seconds at most."""
    for _ in range(STEPS):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(STEP)
    raise AssertionError(f"never held: {expression}")
