#!/bin/bash
python wait_for_db.py
python main.py
