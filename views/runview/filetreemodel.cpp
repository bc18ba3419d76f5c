// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filetreemodel.h"

#include "codetext.h"

#include <widgets/tones.h>

#include <QFont>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr qsizetype deepest = 40; ///< Folders further down become part of the file's name.

/// The folders of a path and, last, the file's name.
QStringList segmentsOf(const QString &path)
{
    auto segments = path.split(u'/', Qt::SkipEmptyParts);
    if (segments.isEmpty())
        return {path};
    if (segments.size() > deepest)
        segments = segments.first(deepest - 1) + QStringList(segments.sliced(deepest - 1).join(u'/'));
    return segments;
}

} // namespace

struct FileTreeModel::State
{
    bool isThere = false;
    bool isDeleted = false;
    bool isUnknown = false;
    bool isWritten = false; ///< At this very turn.
    int violations = 0;
};

void FileTreeModel::setHistory(std::shared_ptr<const CodeHistory> history)
{
    beginResetModel();
    m_history = std::move(history);
    build();
    endResetModel();
}

void FileTreeModel::setViolations(const QHash<QString, int> &byPath)
{
    m_violations = byPath;
    announceChange();
}

void FileTreeModel::setMoment(int turn, bool isFinal)
{
    m_turn = turn;
    m_isFinal = isFinal;
    m_touched.clear();
    if (m_history && !isFinal) {
        for (const auto &path : m_history->touchedBy(turn))
            m_touched.insert(path);
    }
    announceChange();
}

QModelIndex FileTreeModel::indexOf(const QString &path) const
{
    const auto node = m_byPath.value(path, -1);
    return node < 0 ? QModelIndex()
                    : createIndex(m_nodes[static_cast<size_t>(node)].row, 0, static_cast<quintptr>(node));
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(nodeOf(parent).children[static_cast<size_t>(row)]));
}

QModelIndex FileTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto parent = nodeOf(index).parent;
    return parent <= 0 ? QModelIndex()
                       : createIndex(m_nodes[static_cast<size_t>(parent)].row, 0, static_cast<quintptr>(parent));
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    if (m_nodes.empty() || parent.column() > 0)
        return 0;
    return static_cast<int>(nodeOf(parent).children.size());
}

int FileTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? shownLine(node.name, 200) : signsOf(node);
    case Qt::ToolTipRole:
        return QString(wordsOf(node).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return index.column() == Name ? wordsOf(node) : QString();
    case Qt::TextAlignmentRole:
        return index.column() == Signs ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case PathRole:
        return node.path;
    default:
        break;
    }
    if (role != Qt::FontRole && role != Qt::ForegroundRole)
        return {};
    const auto state = stateOf(node);
    if (role == Qt::ForegroundRole)
        return state.isThere ? QVariant() : QVariant(mutedText(QGuiApplication::palette()));
    QFont font = QGuiApplication::font();
    font.setStrikeOut(state.isDeleted && index.column() == Name);
    font.setBold(state.isWritten && index.column() == Name);
    return font;
}

void FileTreeModel::build()
{
    m_nodes.assign(1, Node());
    m_byPath.clear();
    m_order.clear();
    QHash<QPair<int, QString>, int> folders;
    const auto paths = m_history ? m_history->paths() : QStringList();
    for (const auto &path : paths) {
        const auto segments = segmentsOf(path);
        int folder = 0;
        for (qsizetype i = 0; i + 1 < segments.size(); ++i)
            folder = childFolder(folders, folder, segments[i]);
        m_nodes.push_back({.name = segments.last(), .path = path, .parent = folder, .children = {}});
        m_nodes[static_cast<size_t>(folder)].children.push_back(static_cast<int>(m_nodes.size()) - 1);
    }
    compress();
    sortAndNumber();
}

int FileTreeModel::childFolder(QHash<QPair<int, QString>, int> &folders, int parent, const QString &name)
{
    const QPair key(parent, name);
    if (const auto found = folders.constFind(key); found != folders.constEnd())
        return *found;
    const auto folder = static_cast<int>(m_nodes.size());
    m_nodes.push_back({.name = name, .path = {}, .parent = parent, .children = {}});
    m_nodes[static_cast<size_t>(parent)].children.push_back(folder);
    folders.insert(key, folder);
    return folder;
}

/// Takes the only folder of a folder into it; parents stand before their children.
void FileTreeModel::compress()
{
    for (size_t i = 1; i < m_nodes.size(); ++i) {
        while (m_nodes[i].path.isEmpty() && m_nodes[i].children.size() == 1) {
            auto &child = m_nodes[static_cast<size_t>(m_nodes[i].children.front())];
            if (!child.path.isEmpty())
                break;
            m_nodes[i].name += u'/' + child.name;
            m_nodes[i].children = std::exchange(child.children, {});
            for (const auto grandchild : m_nodes[i].children)
                m_nodes[static_cast<size_t>(grandchild)].parent = static_cast<int>(i);
        }
    }
}

/// Folders first, then by name; without recursion, since names come from outside.
void FileTreeModel::sortAndNumber()
{
    const auto before = [this](int a, int b) {
        const auto &left = m_nodes[static_cast<size_t>(a)];
        const auto &right = m_nodes[static_cast<size_t>(b)];
        if (left.path.isEmpty() != right.path.isEmpty())
            return left.path.isEmpty();
        return left.name != right.name ? left.name < right.name : a < b;
    };
    std::vector<int> open{0};
    while (!open.empty()) {
        const auto current = open.back();
        open.pop_back();
        auto &node = m_nodes[static_cast<size_t>(current)];
        if (current > 0 && !node.path.isEmpty()) {
            m_byPath.insert(node.path, current);
            m_order.append(node.path);
        }
        std::ranges::sort(node.children, before);
        for (size_t row = 0; row < node.children.size(); ++row)
            m_nodes[static_cast<size_t>(node.children[row])].row = static_cast<int>(row);
        open.insert(open.end(), node.children.rbegin(), node.children.rend());
    }
}

void FileTreeModel::announceChange()
{
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        const auto &children = m_nodes[i].children;
        if (children.empty())
            continue;
        const auto last = static_cast<int>(children.size()) - 1;
        emit dataChanged(createIndex(0, 0, static_cast<quintptr>(children.front())),
            createIndex(last, ColumnCount - 1, static_cast<quintptr>(children.back())));
    }
}

const FileTreeModel::Node &FileTreeModel::nodeOf(const QModelIndex &index) const
{
    return m_nodes[index.isValid() ? static_cast<size_t>(index.internalId()) : 0];
}

FileTreeModel::State FileTreeModel::stateOf(const Node &node) const
{
    State state;
    if (node.path.isEmpty()) {
        state.isThere = true;
        return state;
    }
    state.violations = m_violations.value(node.path);
    state.isWritten = m_touched.contains(node.path);
    if (m_isFinal) {
        const auto *file = m_history->finalFile(node.path);
        state.isThere = file && file->exists;
        state.isDeleted = file && !file->exists;
    } else if (const auto *version = m_history->versionAt(node.path, m_turn)) {
        state.isUnknown = version->knowledge == FileKnowledge::Unknown;
        state.isThere = version->exists;
        state.isDeleted = !version->exists;
    }
    return state;
}

QString FileTreeModel::signsOf(const Node &node) const
{
    const auto state = stateOf(node);
    QStringList texts;
    if (state.violations > 0)
        texts.append(QStringLiteral("⚠%1").arg(state.violations));
    if (state.isUnknown)
        texts.append(QStringLiteral("?"));
    if (state.isWritten)
        texts.append(QStringLiteral("✎"));
    return texts.join(u' ');
}

QString FileTreeModel::wordsOf(const Node &node) const
{
    if (node.path.isEmpty())
        return tr("Folder %1").arg(node.name);
    const auto state = stateOf(node);
    QStringList words{node.path};
    if (state.isWritten)
        words.append(tr("changed at this turn"));
    if (state.isUnknown)
        words.append(tr("its text is unknown here"));
    if (state.isDeleted)
        words.append(tr("deleted"));
    else if (!state.isThere)
        words.append(m_isFinal ? tr("not in the final patch") : tr("not there yet"));
    if (state.violations > 0)
        words.append(tr("%n violation(s)", nullptr, state.violations));
    return words.join(u", ");
}

} // namespace Decayscope
