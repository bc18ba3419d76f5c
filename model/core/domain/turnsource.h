// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turncontent.h"

namespace Decayscope {

/// The turns of one run, read as they are asked for: a trajectory may hold 130 MB. Every function may be called from
/// any thread.
class TurnSource
{
public:
    TurnSource() = default;
    TurnSource(const TurnSource &) = delete;
    TurnSource &operator=(const TurnSource &) = delete;
    virtual ~TurnSource() = default;

    [[nodiscard]] virtual int count() const = 0;

    /// Role and extent of a turn, without reading it; its text is empty. `index` is from 0 to count() - 1.
    [[nodiscard]] virtual Turn outline(int index) const = 0;

    /// A turn in full; parses its raw form. A turn that cannot be parsed comes as one Raw part.
    [[nodiscard]] virtual TurnContent turn(int index) const = 0;

    /// The turn's bytes as they were imported.
    [[nodiscard]] virtual QByteArray raw(int index) const = 0;
};

} // namespace Decayscope
