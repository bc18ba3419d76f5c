// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syntaxverifier.h"

namespace Decayscope {

using namespace Qt::StringLiterals;

ConstraintVerdict judgeArchitecture(const ModuleGraph & /*graph*/)
{
    return {.constraint = Constraint::CleanArchitecture, .compliant = false, .reason = u"Not read yet."_s};
}

} // namespace Decayscope
