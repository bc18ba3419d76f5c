// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectenvironment.h"

namespace Decayscope {

std::map<std::string, std::string> environmentOf(const SourceProject & /*project*/)
{
    return {};
}

} // namespace Decayscope
