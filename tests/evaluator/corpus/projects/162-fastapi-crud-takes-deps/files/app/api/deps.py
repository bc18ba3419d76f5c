from fastapi import Query

MAX_LIMIT = 100


def paging(limit: int = Query(20, le=MAX_LIMIT), offset: int = 0):
    return limit, offset
