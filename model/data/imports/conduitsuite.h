// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <vector>

namespace Decayscope {

/// A request of the published suite: its name and those of its assertions, in the order they run.
struct SuiteRequest
{
    QString name;
    QStringList assertions;
};

/// The 32 requests of the Conduit suite in their order; request names repeat.
[[nodiscard]] const std::vector<SuiteRequest> &conduitSuite();

[[nodiscard]] int assertionCount(const std::vector<SuiteRequest> &suite);

} // namespace Decayscope
