// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historybuilder.h"

#include <QDir>

namespace Decayscope {

/// The same names in other folders may be meant, where it is not sure in which folder the command ran.
void HistoryBuilder::doubtElsewhere(const HistoryEvent &event)
{
    if (!event.edit.isFolderOpen && m_events.happening(event) == Happening::Yes)
        return;
    const auto why = QStringLiteral("In which folder a command ran is not known: %1").arg(nameOf(event));
    for (const auto &name : event.edit.elsewhere) {
        auto clean = QDir::cleanPath(name);
        while (clean.startsWith(u"../"))
            clean.remove(0, 3);
        const auto end = event.edit.isPattern ? event.edit.end : QString(u'/' + clean);
        for (const auto &path : m_files.knownLike({}, end, true))
            makeUnknown(event, path, why);
    }
}

void HistoryBuilder::applyOpaque(const HistoryEvent &event)
{
    const auto &edit = event.edit;
    const auto why = QStringLiteral("Changed by a command that cannot be replayed: %1").arg(nameOf(event));
    if (edit.isPattern || edit.edit.path.isEmpty())
        return applyPattern(event, why);
    const auto path = pathOf(edit.edit.path);
    if (path.isEmpty())
        return;
    const auto isFolder = m_files.folderAt(path) != FileStates::Folder::NotSeen;
    if (isFolder) {
        for (const auto &file : m_files.knownLike(path == u"." ? QString() : QString(path + u'/'), {}))
            makeUnknown(event, file, why);
    }
    if (path != u"." && (m_files.find(path) || (!isFolder && isWorthListing(path))))
        makeUnknown(event, path, why);
}

/// Every known file the pattern may mean becomes unknown; no pattern at all means any file.
void HistoryBuilder::applyPattern(const HistoryEvent &event, const QString &why)
{
    const auto &edit = event.edit;
    const auto isPlace = !edit.edit.path.isEmpty() && edit.edit.path != u".";
    auto start = isPlace ? pathOf(edit.edit.path) : QString();
    if (isPlace && start.isEmpty())
        return;
    start = start == u"." ? QString() : start;
    if (edit.edit.path.endsWith(u'/') && !start.isEmpty())
        start += u'/';
    m_anythingChanged |= start.isEmpty() && edit.end.isEmpty();
    // A file whose name nobody knows may bring a deleted one back; patterns only find what is there.
    const auto mayCreate = start.isEmpty() && (edit.end.isEmpty() || edit.end.startsWith(u'/'));
    for (const auto &path : m_files.knownLike(start, edit.end, mayCreate))
        makeUnknown(event, path, why);
}

} // namespace Decayscope
