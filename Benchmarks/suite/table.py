"""What was measured, as a Markdown table."""

from suite.work import Contender, Work

HEADER = """\
| work | tool | median | range | processor time | peak memory | times Gradus | target |
|---|---|--:|--:|--:|--:|--:|---|"""


def lines(work: Work, judged: bool) -> str:
    """One line for each tool of a work, with ratios to the first; targets only where they are judged."""
    return "\n".join(
        "| " + " | ".join(_cells(work, contender, place == 0, judged)) + " |"
        for place, contender in enumerate(work.contenders))


def _cells(work: Work, contender: Contender, is_first: bool, judged: bool) -> list[str]:
    ratio = contender.seconds / work.contenders[0].seconds
    shortest, longest = contender.spread
    return [
        work.title if is_first else "", contender.name, duration(contender.seconds),
        f"{duration(shortest)} – {duration(longest)}", duration(contender.processor_seconds),
        memory(contender.peak_bytes), f"{ratio:.3g}",
        _verdict(work, contender) if is_first and judged else ""]


def _verdict(work: Work, contender: Contender) -> str:
    """The targets of Gradus, and whether they were reached."""
    verdicts = []
    if work.target_seconds is not None:
        reached = contender.seconds <= work.target_seconds
        verdicts.append(f"{'reached' if reached else 'missed'}: {duration(work.target_seconds)}")
    if work.target_bytes is not None and contender.peak_bytes is not None:
        reached = contender.peak_bytes <= work.target_bytes
        verdicts.append(f"{'reached' if reached else 'missed'}: {memory(work.target_bytes)}")
    for peer in work.contenders:
        if peer.name in work.target_ratios:
            target = work.target_ratios[peer.name]
            reached = peer.seconds >= target * contender.seconds
            verdicts.append(f"{'reached' if reached else 'missed'}: {target:.3g} times {peer.name}")
    return ", ".join(verdicts)


def duration(seconds: float | None) -> str:
    """Three digits, in a unit that suits; nothing where it was not measured."""
    if seconds is None:
        return ""
    if seconds < 0.9995e-3:
        return f"{1e6 * seconds:.3g} µs"
    return f"{1000 * seconds:.3g} ms" if seconds < 0.9995 else f"{seconds:.3g} s"


def memory(count: float | None) -> str:
    """Megabytes; nothing where it was not measured."""
    return "" if count is None else f"{count / 1e6:.0f} MB"
