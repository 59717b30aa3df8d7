"""`onrecord completion`: the script that lets a shell complete commands and options."""

import click
from click.shell_completion import get_completion_class

from . import main


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    bash:  onrecord completion bash >> ~/.bashrc
    zsh:   onrecord completion zsh >> ~/.zshrc
    fish:  onrecord completion fish > ~/.config/fish/completions/onrecord.fish
    """
    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"click knows no completion for {shell}")
    click.echo(completion(main, {}, "onrecord", "_ONRECORD_COMPLETE").source())
