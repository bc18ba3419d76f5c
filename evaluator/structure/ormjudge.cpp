// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syntaxverifier.h"

namespace Decayscope {

using namespace Qt::StringLiterals;

ConstraintVerdict judgeOrm(const ModuleGraph & /*graph*/, Constraint orm)
{
    return {.constraint = orm, .compliant = false, .reason = u"Not read yet."_s};
}

} // namespace Decayscope
