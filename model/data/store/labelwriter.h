// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statement.h"

#include <labels/labelevent.h>

#include <QHash>

namespace Decayscope {

/// Writes label events into a store, within the caller's transaction.
class LabelWriter
{
public:
    explicit LabelWriter(Connection &connection);

    /// Puts a new event at the end of its annotator's stream.
    [[nodiscard]] Result<> append(LabelEvent &event);

    /// Takes an event from elsewhere; false where it is known.
    [[nodiscard]] Result<bool> merge(const LabelEvent &event);

    /// Takes an event of another store's stream: to its place where the one before it stands, else, as an imported
    /// label that is here already leaves a gap, to the end of its annotator's stream here. False where it is known.
    /// Errors: InvalidInput where its place or its id hold another event.
    [[nodiscard]] Result<bool> follow(const LabelEvent &event);

private:
    /// Where a stream ends.
    struct End
    {
        QString stream;
        qint64 number = 0;
        QByteArray hash;
    };

    [[nodiscard]] Result<End *> endFor(const QString &annotator);
    [[nodiscard]] Result<> clearBlindness(LabelEvent &event);
    [[nodiscard]] Result<> insert(const LabelEvent &event);
    [[nodiscard]] Result<std::optional<LabelEvent>> known(const QString &id);
    [[nodiscard]] Result<> checkPlace(const LabelEvent &event);
    [[nodiscard]] Result<> take(const LabelEvent &event);
    [[nodiscard]] Result<QByteArray> hashAt(const QString &stream, qint64 number);

    Connection &m_connection;
    Statement m_insert;
    Statement m_byId;
    Statement m_byPlace;
    QHash<QString, End> m_ends; ///< By annotator.
};

} // namespace Decayscope
