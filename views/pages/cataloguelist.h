// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListWidget>

namespace Decayscope {

/// The titles of a catalogue at the left of a page, each with its description as a tip.
class CatalogueList final : public QListWidget
{
    Q_OBJECT

public:
    explicit CatalogueList(const QString &name, QWidget *parent = nullptr);

    void addEntry(const QString &title, const QString &description);

    /// The list in a column with the page's margins.
    [[nodiscard]] QWidget *inColumn();
};

} // namespace Decayscope
