// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "valuefollowing.h"

namespace Decayscope {

/// A model of Django that the project declares and Django creates a table for.
struct DjangoModel
{
    std::string name;
    int file = 0;
    int line = 0;
};

/// Managed models of Django in reachable production code, by file and line.
[[nodiscard]] std::vector<DjangoModel> djangoModels(ValueFollower &follower);

/// Whether Django's own ORM holds data of the project: it has models, or migrations are run.
[[nodiscard]] bool storesWithDjango(ValueFollower &follower);

} // namespace Decayscope
