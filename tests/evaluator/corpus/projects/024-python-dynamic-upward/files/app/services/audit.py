import logging

log = logging.getLogger("audit")


def record(action, slug):
    log.info("%s %s", action, slug)
