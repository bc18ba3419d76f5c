// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <code/codehistory.h>

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace Decayscope {

/// The files of a run as a tree, folders with one folder inside drawn as one. What is known of a file is asked when a
/// row is drawn.
class FileTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column : int { Name, Signs, ColumnCount };
    enum Role : int { PathRole = Qt::UserRole }; ///< The whole path; empty for folders.

    using QAbstractItemModel::QAbstractItemModel;

    void setHistory(std::shared_ptr<const CodeHistory> history);
    void setViolations(const QHash<QString, int> &byPath);

    /// The files as of a turn, or in the final patch.
    void setMoment(int turn, bool isFinal);

    /// Paths in the order of the tree.
    [[nodiscard]] const QStringList &paths() const { return m_order; }
    [[nodiscard]] QModelIndex indexOf(const QString &path) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node
    {
        QString name;
        QString path; ///< Of files; empty for folders.
        int parent = -1;
        int row = 0; ///< In its parent.
        std::vector<int> children;
    };
    struct State; ///< What is known of a file at the moment.

    void build();
    int childFolder(QHash<QPair<int, QString>, int> &folders, int parent, const QString &name);
    void compress();
    void sortAndNumber();
    void announceChange();
    [[nodiscard]] const Node &nodeOf(const QModelIndex &index) const;
    [[nodiscard]] State stateOf(const Node &node) const;
    [[nodiscard]] QString signsOf(const Node &node) const;
    [[nodiscard]] QString wordsOf(const Node &node) const;

    std::shared_ptr<const CodeHistory> m_history;
    std::vector<Node> m_nodes; ///< The first is the root.
    QHash<QString, int> m_byPath;
    QStringList m_order;
    QHash<QString, int> m_violations;
    QSet<QString> m_touched;
    int m_turn = 0;
    bool m_isFinal = false;
};

} // namespace Decayscope
