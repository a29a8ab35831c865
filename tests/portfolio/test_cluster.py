"""A cluster of Dask judges the same leaves: the same bytes, also when a worker is killed."""

import os
import signal
import sys

import pytest

from bkl import api
from tests.portfolio.orgs import LES, Belofte, org

LONG = bool(os.environ.get("BKL_LANG"))
pytestmark = pytest.mark.filterwarnings("ignore")


def bytes_of(folder):
    paths = [path for path in sorted(folder.rglob("*.parquet")) if ".bkl" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def update(tmp_path, name, progress=lambda *_: None, **options):
    request = api.PortfolioRequest(
        bronnen=[tmp_path / "orgs"], dataset=tmp_path / name, **{"processen": 1, **options}
    )
    return api.update_portfolio(request, progress)


@pytest.fixture
def orgs(tmp_path):
    for number in range(24 if LONG else 3):
        org(tmp_path / "orgs", f"org-{number}", [LES, Belofte("9 lessen", f"{number} lessen")])
    return tmp_path / "orgs"


def test_without_dask_its_package_is_named(tmp_path, orgs, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(api.Gebruiksfout, match="pip install"):
        update(tmp_path, "uit", cluster="tcp://127.0.0.1:1")


def test_on_a_cluster_in_threads_the_bytes_are_the_same(tmp_path, orgs):
    from distributed import LocalCluster  # noqa: PLC0415 - an extra, and slow to import

    update(tmp_path, "alleen")
    with LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster:
        update(tmp_path, "samen", cluster=cluster.scheduler_address)
    assert bytes_of(tmp_path / "samen") == bytes_of(tmp_path / "alleen")


@pytest.mark.skipif(not LONG, reason="a cluster of processes takes seconds")
def test_a_cluster_that_is_not_there_is_told(tmp_path, orgs):
    with pytest.raises(api.Gebruiksfout, match="antwoordt geen cluster"):
        update(tmp_path, "uit", cluster="tcp://127.0.0.1:1")


@pytest.mark.skipif(not LONG, reason="a cluster of processes takes seconds")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_cluster_gives_the_same_bytes_and_a_killed_worker_loses_nothing(tmp_path, orgs, workers):
    from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra, and slow to import

    update(tmp_path, "alleen")
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        with Client(cluster) as client:
            pids = list(client.run(os.getpid).values())
        killed = []

        def kill(done, whole, words):
            if done == 4 and not killed:
                killed.append(pids[0])
                os.kill(pids[0], signal.SIGKILL)

        done = update(tmp_path, "samen", kill, cluster=cluster.scheduler_address)
    assert killed
    assert done.beoordeeld == len(list(orgs.iterdir()))
    assert bytes_of(tmp_path / "samen") == bytes_of(tmp_path / "alleen")
