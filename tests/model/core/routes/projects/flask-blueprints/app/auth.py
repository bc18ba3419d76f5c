import functools


def login_required(view):
    @functools.wraps(view)
    def wrapped(**kwargs):
        return view(**kwargs)
    return wrapped
