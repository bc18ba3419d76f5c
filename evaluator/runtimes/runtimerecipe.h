// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "recipejson.h"
#include "runtimebook.h"
#include "setupchoice.h"

#include <domain/runtimerecipe.h>
