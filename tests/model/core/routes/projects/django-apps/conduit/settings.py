ROOT_URLCONF = 'conduit.urls'
APPEND_SLASH = False
