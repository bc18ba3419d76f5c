// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codecatalogue.h"

#include <algorithm>
#include <climits>

namespace Decayscope {

CodeCatalogue::CodeCatalogue(const LabelBook &book)
    : m_book(book)
{
    QStringList ids{studyCodebook().id};
    for (const auto &codebook : book.codebooks) {
        if (!ids.contains(codebook.id))
            ids << codebook.id;
    }
    for (const auto &id : ids)
        add(*book.codebook(id));
}

void CodeCatalogue::add(const Codebook &book)
{
    std::map<QString, int> places; // The next one under a parent.
    const auto enter = [&](const Code &code) {
        const auto order = static_cast<int>(m_entries.size());
        m_entries.try_emplace(code.id, order, places[code.parent]++, code.name, code.title, code.parent);
    };
    std::map<QString, std::vector<const Code *>> children;
    for (const auto &code : book.codes) {
        if (!code.parent.isEmpty())
            children[code.parent].push_back(&code);
    }
    for (const auto &code : book.codes) {
        if (!code.parent.isEmpty())
            continue;
        enter(code);
        for (const auto *child : children[code.id])
            enter(*child);
        if (!children[code.id].empty())
            m_parents.insert(code.id);
    }
}

QString CodeCatalogue::today(const QString &codebook, const QString &id) const
{
    if (id.isEmpty())
        return id;
    const auto [known, isNew] = m_today.try_emplace({codebook, id}, id);
    if (isNew) {
        if (const auto *newest = m_book.codebook(codebook))
            known->second = currentCode(*newest, id).value_or(id);
    }
    return known->second;
}

QString CodeCatalogue::leaf(const Label &label) const
{
    return label.subcode.isEmpty() ? coarse(label) : fine(label);
}

QString CodeCatalogue::name(const QString &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() || entry->second.name.isEmpty() ? id : entry->second.name;
}

QString CodeCatalogue::title(const QString &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() || entry->second.title.isEmpty() ? name(id) : entry->second.title;
}

QString CodeCatalogue::parent(const QString &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? QString() : entry->second.parent;
}

int CodeCatalogue::place(const QString &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? static_cast<int>(m_entries.size()) : entry->second.place;
}

QStringList CodeCatalogue::ordered(const std::set<QString> &ids) const
{
    QStringList list(ids.begin(), ids.end());
    std::ranges::stable_sort(list, {}, [this](const QString &id) {
        const auto entry = m_entries.find(id);
        return entry == m_entries.end() ? INT_MAX : entry->second.order;
    });
    return list;
}

} // namespace Decayscope
