// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

namespace Decayscope {

/// Requests whose words, or those of an assertion, hold all words of a filter; failing ones first where that is asked.
class AssertionProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AssertionProxy(QObject *parent = nullptr);

    void setWords(const QString &words); ///< Separated by spaces; case does not count.
    void setFailingFirst(bool isFailingFirst);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    bool m_isFailingFirst = false;
};

} // namespace Decayscope
