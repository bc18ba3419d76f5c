// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertionreading.h"

#include <store/assertionstore.h>

namespace Decayscope {

Result<std::shared_ptr<const AssertionOutcomes>> assertionOutcomesInStore(const QString &storePath)
{
    return Connection::open(storePath, OpenMode::ReadOnly)
        .and_then([](Connection connection) { return readAssertionOutcomes(connection); })
        .transform(
            [](AssertionOutcomes outcomes) { return std::make_shared<const AssertionOutcomes>(std::move(outcomes)); });
}

} // namespace Decayscope
