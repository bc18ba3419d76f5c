def normalise(username: str) -> str:
    return username.strip().casefold()


def is_reserved(username: str) -> bool:
    return username in {"admin", "root", "api"}
