// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

#include <QAbstractItemModel>

#include <vector>

namespace Decayscope {

/// Requests in the order of the suite, with their assertions as children.
class AssertionModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column : int { Number, Title, Status, Milliseconds, Passed, ColumnCount };
    enum Role : int {
        FailingRole = Qt::UserRole, ///< Whether the request, or the assertion, fails.
        SearchRole ///< All words a filter looks at.
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setRequests(std::vector<RequestResult> requests);
    void append(std::vector<RequestResult> requests); ///< Behind those that are there.
    [[nodiscard]] const std::vector<RequestResult> &requests() const { return m_requests; }
    [[nodiscard]] bool isFailing(int request) const;

    /// The request a row belongs to; -1 for an invalid index.
    [[nodiscard]] static int requestOf(const QModelIndex &index);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override; ///< Rows can be dragged.

private:
    [[nodiscard]] QVariant requestData(int request, int column, int role) const;
    [[nodiscard]] QVariant assertionData(const AssertionResult &assertion, int column, int role) const;
    [[nodiscard]] QString requestText(int request, int column) const;

    std::vector<RequestResult> m_requests;
};

} // namespace Decayscope
