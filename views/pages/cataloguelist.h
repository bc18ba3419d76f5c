// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListWidget>

namespace Decayscope {

/// The titles of a catalogue at the left of a page, each with its description as a tip, in groups where it has some.
class CatalogueList final : public QListWidget
{
    Q_OBJECT

public:
    explicit CatalogueList(const QString &name, QWidget *parent = nullptr);

    void addGroup(const QString &title); ///< Of the entries that follow.
    void addEntry(const QString &title, const QString &description);

    [[nodiscard]] int currentEntry() const; ///< In the order in which entries were added; -1 for none.
    void setCurrentEntry(int entry);

    /// The list in a column with the page's margins.
    [[nodiscard]] QWidget *inColumn();

signals:
    void entryChosen(int entry);

private:
    std::vector<int> m_rows; ///< Of each entry.
};

} // namespace Decayscope
