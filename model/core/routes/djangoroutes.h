// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluator.h"

namespace Decayscope {

/// Reads the `urlpatterns` of a Django project. What Django's REST framework makes of its own routers is not among
/// them: their paths are not in the code.
void readDjangoRoutes(Evaluator &evaluator);

} // namespace Decayscope
