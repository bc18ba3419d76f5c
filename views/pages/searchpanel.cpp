// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchpanel.h"

#include "searchhitdelegate.h"

#include <items/searchhitmodel.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

namespace Decayscope {

SearchPanel::SearchPanel(QWidget *parent)
    : QWidget(parent)
    , m_query(new QLineEdit(this))
    , m_turns(new QCheckBox(tr("Turns"), this))
    , m_logs(new QCheckBox(tr("Logs"), this))
    , m_patches(new QCheckBox(tr("Patches"), this))
    , m_filtered(new QCheckBox(tr("Only in the filter"), this))
    , m_status(quietLabel(this))
    , m_list(new QListView(this))
    , m_model(new SearchHitModel(this))
    , m_delegate(new SearchHitDelegate(this))
{
    layOut();
    connect(m_query, &QLineEdit::returnPressed, this, &SearchPanel::start);
    for (auto *box : {m_turns, m_logs, m_patches, m_filtered})
        connect(box, &QCheckBox::toggled, this, &SearchPanel::start);
    connect(m_model, &SearchHitModel::moreRequested, this, &SearchPanel::request);
    connect(m_list, &QListView::clicked, this, &SearchPanel::choose);
    connect(m_list, &QListView::activated, this, &SearchPanel::choose);
}

void SearchPanel::layOut()
{
    for (auto *box : {m_turns, m_logs, m_patches})
        box->setChecked(true);
    m_filtered->setToolTip(tr("Search only the runs that pass the filter in force"));
    m_query->setPlaceholderText(tr("Words, \"a phrase\", AND, OR, NOT, prefix*"));
    m_query->setAccessibleName(tr("What to look for in all runs"));
    m_query->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_status->setWordWrap(false);
    m_status->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, 0);
    head->setSpacing(Spacing::wide);
    head->addWidget(m_query, 1);
    for (auto *box : {m_turns, m_logs, m_patches, m_filtered})
        head->addWidget(box);
    head->addWidget(m_status);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
}

void SearchPanel::setRunTitles(std::function<QString(RunId)> title)
{
    m_delegate->setRunTitles(std::move(title));
}

void SearchPanel::focusQuery()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void SearchPanel::search(const QString &query)
{
    m_query->setText(query);
    start();
}

void SearchPanel::setPage(const SearchPage &page)
{
    m_model->append(page);
    const auto total = QLocale().toString(m_model->total());
    m_status->setText(m_model->isTotalExact() ? tr("%1 hits").arg(total) : tr("at most %1 hits").arg(total));
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

void SearchPanel::setProblem(const QString &sentence)
{
    m_status->setText(sentence);
}

QString SearchPanel::query() const
{
    return m_query->text();
}

bool SearchPanel::isWithinFilter() const
{
    return m_filtered->isChecked();
}

QString SearchPanel::statusText() const
{
    return m_status->text();
}

QStringList SearchPanel::rows() const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        texts << m_delegate->placeOf(m_model->hit(row)) % u": " % m_model->hit(row).snippet.simplified();
    return texts;
}

void SearchPanel::start()
{
    m_model->clear();
    m_status->clear();
    if (!m_query->text().trimmed().isEmpty())
        request(0);
}

void SearchPanel::request(int offset)
{
    SearchRequest wanted{.query = m_query->text(), .parts = {}, .offset = offset};
    if (m_turns->isChecked())
        wanted.parts.insert(SearchPart::Turns);
    if (m_logs->isChecked())
        wanted.parts.insert(SearchPart::Logs);
    if (m_patches->isChecked())
        wanted.parts.insert(SearchPart::Patches);
    if (offset == 0)
        m_status->setText(tr("Searching …"));
    emit searchRequested(wanted);
}

void SearchPanel::choose(const QModelIndex &index)
{
    if (index.isValid())
        emit hitChosen(m_model->hit(index.row()));
}

} // namespace Decayscope
