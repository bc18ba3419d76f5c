// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <compare>
#include <functional>

namespace Decayscope {

/// A database key that cannot be mixed up with another table's: `using RunId = Id<struct RunTag>;`
template <typename Tag>
struct Id
{
    qint64 value = 0; ///< 0 means "not stored yet".

    [[nodiscard]] bool isStored() const { return value > 0; }
    auto operator<=>(const Id &) const = default;
};

} // namespace Decayscope

template <typename Tag>
struct std::hash<Decayscope::Id<Tag>>
{
    std::size_t operator()(Decayscope::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.value); }
};
