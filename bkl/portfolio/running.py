"""Judging many workspaces: one after another, or by a pool of processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
Leaf = Callable[[T], R]
"""Judges one workspace; a function at the top of a module, so that another process finds it."""
AHEAD = 4
"""Tasks in hand per process: enough to keep it busy, few enough to be held in memory."""


def processors() -> int:
    """Return how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_turn(leaf: Leaf[T, R], tasks: Sequence[T]) -> Iterator[R]:
    """Judge one after another, in this process."""
    for task in tasks:
        yield leaf(task)


def in_pool(leaf: Leaf[T, R], tasks: Sequence[T], number: int, crashed: Leaf[T, R]) -> Iterator[R]:
    """Judge in a number of processes; `crashed` gives the outcome of what ends its process.

    Where a process ends, all that was in hand is done again, one at a time, so that only the
    workspace that ends it twice is to blame.
    """
    left = list(tasks)
    while left:
        with _pool(number) as pool:
            hand: dict[Future[R], T] = {}
            try:
                while left or hand:
                    while left and len(hand) < AHEAD * number:
                        task = left.pop()
                        hand[pool.submit(leaf, task)] = task
                    for future in wait(hand, return_when=FIRST_COMPLETED).done:
                        result = future.result()
                        del hand[future]
                        yield result
            except BrokenProcessPool:
                suspects = list(hand.values())
        if not hand:
            return
        for task in suspects:
            yield _alone(leaf, task, crashed)


def _alone(leaf: Leaf[T, R], task: T, crashed: Leaf[T, R]) -> R:
    with _pool(1) as pool:
        try:
            return pool.submit(leaf, task).result()
        except BrokenProcessPool:
            return crashed(task)


def _pool(number: int) -> ProcessPoolExecutor:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    return ProcessPoolExecutor(number, mp_context=context, initializer=_begin)


def _begin() -> None:
    gc.set_threshold(100_000)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the program that it works for was killed: nobody else would."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
