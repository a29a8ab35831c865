"""Judging on a cluster of Dask that is there already: the same leaves, as its tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bkl.portfolio.errors import Portfoliofout
from bkl.portfolio.running import AHEAD, Leaf, R, T


def on_cluster(
    leaf: Leaf[T, R], tasks: Sequence[T], address: str, crashed: Leaf[T, R]
) -> Iterator[R]:
    """Judge on an existing cluster of Dask; a worker that ends loses nothing.

    Raises Portfoliofout when the cluster is not there, or Dask is not installed.
    """
    try:
        from distributed import Client, as_completed  # noqa: PLC0415 - an extra
        from distributed.scheduler import KilledWorker  # noqa: PLC0415
    except ImportError as error:
        cure = 'Voer dit uit: pip install "distributed>=2026.1"'
        raise Portfoliofout("Hiervoor ontbreekt het onderdeel `distributed`.", cure) from error
    try:
        client = Client(address, timeout="5s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise Portfoliofout(
            f"Op `{address}` antwoordt geen cluster.",
            "Start er een met `dask scheduler`, en op elke computer `dask worker ADRES`.",
        ) from error
    with client:
        number = max(1, sum(client.ncores().values()))
        left = list(tasks)
        hand: dict[object, T] = {}
        done = as_completed(loop=client.loop)
        while left and len(hand) < AHEAD * number:
            task = left.pop()
            hand[future := client.submit(leaf, task, pure=False, retries=2)] = task
            done.add(future)
        for future in done:
            task = hand.pop(future)
            if left:
                following = left.pop()
                hand[other := client.submit(leaf, following, pure=False, retries=2)] = following
                done.add(other)
            try:
                yield future.result()
            except KilledWorker:
                yield crashed(task)
