// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>

#include <set>

namespace Decayscope {

/// The codes of a label book as they are called today, in the order of their codebooks: what labels of earlier versions
/// are counted as, so that a renamed or merged code is one category.
class CodeCatalogue
{
public:
    explicit CodeCatalogue(const LabelBook &book);

    /// Today's id of a label's code of level 1 or 2; the label's own where a split leaves it open; empty for none.
    [[nodiscard]] QString coarse(const Label &label) const { return today(label.codebook, label.code); }
    [[nodiscard]] QString fine(const Label &label) const { return today(label.codebook, label.subcode); }
    [[nodiscard]] QString leaf(const Label &label) const;

    [[nodiscard]] QString name(const QString &id) const;
    [[nodiscard]] QString title(const QString &id) const;
    [[nodiscard]] QString parent(const QString &id) const; ///< Empty at level 1.
    [[nodiscard]] int place(const QString &id) const; ///< Among the codes under the same parent, from 0.
    [[nodiscard]] bool hasChildren(const QString &id) const { return m_parents.contains(id); }

    /// Ids in the order of the codebooks, children behind their parents, unknown ones last.
    [[nodiscard]] QStringList ordered(const std::set<QString> &ids) const;

private:
    struct Entry
    {
        int order = 0;
        int place = 0;
        QString name;
        QString title;
        QString parent;
    };

    void add(const Codebook &book);
    [[nodiscard]] QString today(const QString &codebook, const QString &id) const;

    const LabelBook &m_book;
    std::map<QString, Entry> m_entries;
    std::set<QString> m_parents;
    mutable std::map<std::pair<QString, QString>, QString> m_today; ///< By codebook and id, as they were asked for.
};

} // namespace Decayscope
