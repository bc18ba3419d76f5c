// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/searchhit.h>

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;

namespace Decayscope {

class SearchHitDelegate;
class SearchHitModel;

/// Finds words in the turns, logs and patches of all runs, and leads to where they stand.
class SearchPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPanel(QWidget *parent = nullptr);

    /// How a run is called in the list.
    void setRunTitles(std::function<QString(RunId)> title);
    void focusQuery();
    void search(const QString &query); ///< As if it was typed and confirmed.

    void setPage(const SearchPage &page); ///< The answer to the last request; further pages are added.
    void setProblem(const QString &sentence); ///< The answer when it failed.

    [[nodiscard]] QString query() const;
    [[nodiscard]] bool isWithinFilter() const; ///< Only in runs that pass the filter in force.
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QStringList rows() const; ///< As read to people who do not see the list.
    [[nodiscard]] QListView *list() const { return m_list; }

signals:
    /// Without `runs`: whoever answers adds them where isWithinFilter().
    void searchRequested(const Decayscope::SearchRequest &request);
    void hitChosen(const Decayscope::SearchHit &hit);

private:
    void layOut();
    void start();
    void request(int offset);
    void choose(const QModelIndex &index);

    QLineEdit *m_query;
    QCheckBox *m_turns;
    QCheckBox *m_logs;
    QCheckBox *m_patches;
    QCheckBox *m_filtered;
    QLabel *m_status;
    QListView *m_list;
    SearchHitModel *m_model;
    SearchHitDelegate *m_delegate;
};

} // namespace Decayscope
