// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpsuite.h"
#include "postmantokens.h"

#include <QSet>

namespace Decayscope {

/// What a test script of a collection asks for.
struct PostmanScript
{
    std::vector<SuiteCheck> checks;
    std::vector<SuiteCapture> captures;

    bool operator==(const PostmanScript &) const = default;
};

/// Reads a test script as checks and captures. Nothing is executed: the script is understood as a whole or refused.
/// A check behind a condition is asked for in any case. `ownVariables` are those of the collection, which hide global
/// ones of their names.
[[nodiscard]] PostmanReading<PostmanScript> readPostmanScript(QStringView script, const QSet<QString> &ownVariables);

} // namespace Decayscope
