// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmanvalue.h"

namespace Decayscope {

/// The names a script has made, by blocks.
class PostmanScope
{
public:
    void open() { m_blocks.emplace_back(); }
    void close() { m_blocks.pop_back(); }

    [[nodiscard]] const PostmanValue *value(const QString &name) const; ///< Null where there is none.
    void declare(const QString &name, const PostmanValue &value);

    /// Gives a name that is there another value; whether it is there.
    bool assign(const QString &name, PostmanValue value);

    /// What was asserted by a name: tests["name"].
    QHash<QString, PostmanValue> tests;

private:
    std::vector<QHash<QString, PostmanValue>> m_blocks{1};
};

} // namespace Decayscope
