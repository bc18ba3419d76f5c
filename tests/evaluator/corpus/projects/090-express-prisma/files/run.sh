#!/bin/sh
npx prisma db push
node src/index.js
