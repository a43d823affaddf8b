"""`schema`: write what editors and readers need to know about the fields."""

from pathlib import Path

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed


@click.command(cls=arguments.Command)
@arguments.folder
def schema(folder: Path) -> int:
    """Write what editors and readers need to know about the fields.

    This makes DIR/schema/*.json for editors, and the tables of fields in DIR/README.md.
    """
    import json

    from dashboard import store
    from dashboard.curation import schema

    reading, _ = store.load(folder)
    if broken := schema.unreadable(reading):
        return failed(f"{broken[0]} cannot be read; python -m dashboard check {folder} says why", 1)
    wanted = {
        folder / "schema" / f"{name}.json": json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        for name, content in schema.schemas(reading).items()
    }
    readme = folder / "README.md"
    try:
        if readme.is_file():
            wanted[readme] = schema.with_tables(readme.read_text(encoding="utf-8"), reading.dataset)
        (folder / "schema").mkdir(exist_ok=True)
        for path, text in wanted.items():
            if not path.is_file() or path.read_bytes() != text.encode():
                store.replace(path, text.encode())
                print(path)
    except KeyError as error:
        return failed(f"{readme}: there is no table {error}; correct the marker", 1)
    except OSError as error:
        return failed(f"{error.filename} cannot be written: {error.strerror}", 1)
    return 0
