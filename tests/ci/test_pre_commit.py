"""The hook, really run: pre-commit in a git repository refuses bad data and passes good data."""

import os
import re

import pytest
import yaml

from tests.ci.recipes import BROKEN, CI, PLAN, ROOT, blocks, run, section, write_data

CONFIGS = blocks(section("pre-commit"), "yaml")
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "proef",
    "GIT_AUTHOR_EMAIL": "proef@example.org",
    "GIT_COMMITTER_NAME": "proef",
    "GIT_COMMITTER_EMAIL": "proef@example.org",
}


class Repository:
    """A git repository, and the home of pre-commit beside it."""

    def __init__(self, folder):
        self.folder = folder
        self.home = str(folder.with_name(f"{folder.name}-home"))
        folder.mkdir(exist_ok=True)
        self.run("git", "init", "--quiet")

    def run(self, *command):
        return run(command, self.folder, **GIT, PRE_COMMIT_HOME=self.home)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def commit(self):
        """Return the exit code of a commit of everything, and what was said."""
        self.run("git", "add", "--all")
        done = self.run("git", "commit", "--message", "wijziging")
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def offered(tmp_path_factory):
    """Return a repository that offers our hooks, and its commit.

    One thing differs from the manifest: the bkl of these tests is used, where pre-commit would
    fetch bkl with everything it needs.
    """
    hooks = Repository(tmp_path_factory.mktemp("hooks"))
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert text.count("language: python") == 1
    hooks.write(".pre-commit-hooks.yaml", text.replace("language: python", "language: system"))
    assert hooks.commit()[0] == 0
    return str(hooks.folder), hooks.run("git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "verslag")


def install(repository, config, offered):
    address, revision = offered
    config = config.replace("ADRES-VAN-BKL", address).replace("COMMIT-VAN-BKL", revision)
    repository.write(".pre-commit-config.yaml", config)
    done = repository.run("pre-commit", "install")
    if done.returncode:
        pytest.skip(f"pre-commit does not run here: {done.stdout}{done.stderr}")


@pytest.mark.parametrize("config", CONFIGS, ids=["hook", "own-bkl"])
def test_a_bad_commit_is_refused_and_a_good_one_passes(config, offered, repository):
    write_data(repository.folder)
    write_data(repository.folder, jaar=2020)
    install(repository, config, offered)
    code, said = repository.commit()
    assert code == 0, said
    assert "Passed" in said

    write_data(repository.folder, BROKEN)
    code, said = repository.commit()
    assert code == 1
    assert "data/jaarverslag-2021.yaml:6:" in said
    assert "BKL015" in said

    write_data(repository.folder, plan=PLAN.replace("R1:", "R2:"))
    code, said = repository.commit()
    assert code == 1, "the report answers a promise that is gone from the plan"
    assert repository.run("git", "rev-list", "--count", "HEAD").stdout.strip() == "1"


@pytest.fixture
def committed(offered, repository):
    """Return a repository with good data, a commit of them, and the hook."""
    write_data(repository.folder)
    install(repository, CONFIGS[0], offered)
    code, said = repository.commit()
    assert code == 0, said
    return repository


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (["rm", "data/werkplan-2021.yaml"], 1, "BKL018"),
        (["rm", "-r", "data"], 1, "data"),
        (["mv", "data/werkplan-2021.yaml", "werkplan-2021.yaml"], 1, "BKL018"),
        (["mv", "data/werkplan-2021.yaml", "data/werkplan_2021.yaml"], 1, "BKL019"),
        (["mv", "data/jaarverslag-2021.yaml", "data/Jaarverslag-2021.yaml"], 1, "BKL019"),
        (["mv", "data/jaarverslag-2021.yaml", "data/jaarverslag-2021.yml"], 0, "Passed"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_file_that_is_removed_or_renamed_is_noticed(committed, command, code, told):
    assert committed.run("git", *command).returncode == 0
    done = committed.run("git", "commit", "--message", "wijziging")
    assert "Skipped" not in done.stdout + done.stderr
    assert done.returncode == code, done.stdout + done.stderr
    assert told in done.stdout + done.stderr


def test_settings_that_cannot_be_read_are_noticed(committed):
    committed.write("bkl.yaml", "regels: [\n")
    code, said = committed.commit()
    assert code == 1
    assert "bkl.yaml:" in said


def test_an_older_year_is_guarded_too(offered, repository):
    write_data(repository.folder)
    write_data(repository.folder, BROKEN, jaar=2020)
    install(repository, CONFIGS[0], offered)
    code, said = repository.commit()
    assert code == 1
    assert "data/jaarverslag-2020.yaml:6:" in said


def test_data_in_a_deeper_folder(offered, repository):
    (entry,) = re.findall(r"`(entry): ([^`]+)`", section("pre-commit"))
    config = yaml.safe_load(CONFIGS[1])
    config["repos"][0]["hooks"][0].update([entry])
    write_data(repository.folder / "verslag", BROKEN)
    install(repository, yaml.safe_dump(config), offered)
    code, said = repository.commit()
    assert code == 1
    assert "data/jaarverslag-2021.yaml:6:" in said


def test_pre_commit_accepts_the_manifest_and_the_configs(tmp_path):
    manifest = ROOT / ".pre-commit-hooks.yaml"
    done = run(["pre-commit", "validate-manifest", str(manifest)], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for number, config in enumerate(CONFIGS):
        (tmp_path / f"{number}.yaml").write_text(config, encoding="utf-8")
    files = sorted(str(path) for path in tmp_path.iterdir())
    done = run(["pre-commit", "validate-config", *files], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_three_lines_are_enough():
    assert len(CONFIGS[0].splitlines()) == len(["repos:", "repo", "rev", "hooks"])


def test_the_recipe_for_an_own_bkl_is_the_offered_hook():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    del hook["description"]
    (own,) = yaml.safe_load(CONFIGS[1])["repos"]
    assert own["hooks"] == [{**hook, "language": "system"}]
    assert f"{{id: {hook['id']}}}" in CI
