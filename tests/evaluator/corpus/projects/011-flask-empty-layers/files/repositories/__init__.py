# Repositories will live here.
