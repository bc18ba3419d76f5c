python3 run.py
