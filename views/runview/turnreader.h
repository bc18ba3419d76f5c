// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnblocks.h"

#include <domain/turnsource.h>

#include <QObject>

#include <deque>
#include <memory>
#include <set>

namespace Decayscope {

/// Reads turns as the list asks for them: small ones at once, large ones in another thread.
class TurnReader final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setSource(std::shared_ptr<const TurnSource> source);

    /// The turn, or its raw form; null where it is still to be read, then `ready` follows.
    [[nodiscard]] std::shared_ptr<const ShownTurn> read(int turn, bool raw);

    /// The rows of a page of a part that is not held whole; nothing where it is still to be read, then `ready` follows.
    [[nodiscard]] std::optional<QString> page(int turn, int part, const PartFold &fold);

    /// The whole text of a part, read at once; for copying. Part -1 is the raw form.
    [[nodiscard]] QString partText(int turn, int part) const;

signals:
    void ready(int turn);

private:
    struct Page
    {
        int turn = 0;
        int part = 0;
        PartFold fold;
        QString text;
    };
    struct Large
    {
        int turn = 0;
        bool raw = false;
        std::shared_ptr<const ShownTurn> shown;
    };

    std::shared_ptr<const TurnSource> m_source;
    std::deque<Large> m_large; ///< Newest first.
    std::deque<Page> m_pages;
    std::set<QString> m_asked;
    int m_generation = 0;
};

} // namespace Decayscope
