def announce(event):
    print("event:", event)
