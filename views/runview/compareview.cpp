// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compareview.h"

#include "codetext.h"
#include "comparemodel.h"
#include "diffview.h"

#include <widgets/linklabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

QStringList printed(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "));
    }
    return lines;
}

QString verdictWords(const std::vector<ConstraintVerdict> &verdicts)
{
    QStringList words;
    for (const auto &verdict : verdicts) {
        const auto sign = verdict.compliant ? QStringLiteral("✓ ") : QStringLiteral("✗ ");
        words.append(sign + constraintTitle(verdict.constraint));
    }
    return words.isEmpty() ? CompareView::tr("no constraint") : words.join(u", ");
}

} // namespace

CompareView::CompareView(QWidget *parent)
    : QWidget(parent)
    , m_assertionModel(new CompareModel(tr("Request"), this))
    , m_fileModel(new CompareModel(tr("File"), this))
    , m_assertionProxy(new QSortFilterProxyModel(this))
    , m_fileProxy(new QSortFilterProxyModel(this))
    , m_headRow(new QWidget(this))
    , m_part(new SegmentedSwitch(tr("Compare"), {tr("Assertions"), tr("Files")}, this))
    , m_onlyDifferences(new QCheckBox(tr("Only what differs"), this))
    , m_assertions(matrix(m_assertionModel, m_assertionProxy, tr("Assertions of the runs")))
    , m_files(matrix(m_fileModel, m_fileProxy, tr("Files of the runs")))
    , m_left(new QComboBox(this))
    , m_right(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_diff(new DiffView(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StateOverlay(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_left->setAccessibleName(tr("Run on the left"));
    m_right->setAccessibleName(tr("Run on the right"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    layOut();
    connectParts();
    setRuns({});
}

void CompareView::setRuns(ComparedRuns runs)
{
    std::erase(runs, nullptr);
    runs.resize(std::min<size_t>(runs.size(), mostRuns));
    m_runs = std::move(runs);
    m_patched.clear();
    for (const auto &run : m_runs)
        m_patched.push_back(filesAfterPatch(run->patch.bytes));
    const auto count = static_cast<int>(m_runs.size());
    m_assertionModel->setRows(count < 2 ? std::vector<CompareRow>() : assertionRows(m_runs), count);
    m_fileModel->setRows(count < 2 ? std::vector<CompareRow>() : fileRows(m_patched), count);
    for (auto *view : {m_assertions, m_files})
        view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_state->setState(
        count >= 2 ? ViewState::ready() : ViewState::empty(tr("Nothing to compare"), tr("Mark two to four runs.")));
    m_path.clear();
    fillHeads();
    fillSides();
    showDifference();
}

void CompareView::setOnlyDifferences(bool isOnly)
{
    m_onlyDifferences->setChecked(isOnly);
}

void CompareView::showFile(const QString &path)
{
    m_part->setCurrent(1);
    m_stack->setCurrentIndex(1);
    const auto &rows = m_fileModel->rows();
    const auto found = std::ranges::find(rows, path, &CompareRow::title);
    if (found == rows.end())
        return;
    m_path = path;
    m_files->setCurrentIndex(m_fileProxy->mapFromSource(m_fileModel->index(static_cast<int>(found - rows.begin()), 0)));
    showDifference();
}

QStringList CompareView::heads() const
{
    QStringList lines;
    for (int run = 0; run < std::ssize(m_runs); ++run)
        lines.append(headOf(run));
    return lines;
}

QStringList CompareView::assertionLines() const
{
    return printed(*m_assertionProxy);
}

QStringList CompareView::fileLines() const
{
    return printed(*m_fileProxy);
}

void CompareView::layOut()
{
    auto *heads = new QHBoxLayout(m_headRow);
    heads->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::normal);
    heads->setSpacing(Spacing::wide);
    for (int run = 0; run < mostRuns; ++run) {
        m_heads.push_back(new LinkLabel(m_headRow));
        m_heads.back()->setWordWrap(true);
        m_heads.back()->setAlignment(Qt::AlignTop);
        heads->addWidget(m_heads.back(), 1);
    }
    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(Spacing::wide, 0, Spacing::wide, Spacing::normal);
    choice->setSpacing(Spacing::wide);
    choice->addWidget(m_part);
    choice->addWidget(m_onlyDifferences);
    choice->addStretch();
    auto *sides = new QHBoxLayout;
    sides->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, 0);
    sides->addWidget(m_left);
    sides->addWidget(new QLabel(QStringLiteral("→"), this));
    sides->addWidget(m_right);
    sides->addWidget(m_note, 1);
    auto *lower = new QWidget(this);
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(sides);
    column->addWidget(m_diff, 1);
    auto *files = new QSplitter(Qt::Vertical, this);
    files->addWidget(m_files);
    files->addWidget(lower);
    files->setStretchFactor(1, 2);
    m_stack->addWidget(m_assertions);
    m_stack->addWidget(files);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_headRow);
    layout->addLayout(choice);
    layout->addWidget(m_stack, 1);
}

void CompareView::connectParts()
{
    connect(m_part, &SegmentedSwitch::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool isOnly) {
        for (auto *proxy : {m_assertionProxy, m_fileProxy})
            proxy->setFilterFixedString(isOnly ? QStringLiteral("1") : QString());
    });
    connect(m_files->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const auto row = m_fileProxy->mapToSource(index).row();
        m_path = row < 0 ? QString() : m_fileModel->rows()[static_cast<size_t>(row)].title;
        showDifference();
    });
    for (auto *box : {m_left, m_right})
        connect(box, &QComboBox::activated, this, &CompareView::showDifference);
    for (int run = 0; run < mostRuns; ++run) {
        connect(m_heads[static_cast<size_t>(run)], &QLabel::linkActivated, this,
            [this, run] { emit runRequested(m_runs[static_cast<size_t>(run)]->run.id); });
    }
}

void CompareView::fillHeads()
{
    for (int run = 0; run < mostRuns; ++run) {
        auto *label = m_heads[static_cast<size_t>(run)];
        const auto isThere = run < std::ssize(m_runs);
        label->setVisible(isThere);
        if (!isThere)
            continue;
        auto lines = headOf(run).split(u'\n');
        for (auto &line : lines)
            line = line.toHtmlEscaped();
        lines.front() = QStringLiteral("<a href=\"run\"><b>%1</b></a>").arg(lines.front());
        label->setText(lines.join(u"<br>"));
        label->setAccessibleName(headOf(run));
    }
}

void CompareView::fillSides()
{
    for (auto *box : {m_left, m_right}) {
        box->clear();
        for (int run = 0; run < std::ssize(m_runs); ++run)
            box->addItem(headOf(run).section(u'\n', 0, 0));
    }
    m_right->setCurrentIndex(std::min(1, m_right->count() - 1));
}

void CompareView::showDifference()
{
    const auto textOf = [this](const QComboBox *box) -> const FileAfterPatch * {
        const auto run = box->currentIndex();
        if (run < 0 || run >= std::ssize(m_patched))
            return nullptr;
        const auto &files = m_patched[static_cast<size_t>(run)];
        const auto found = std::ranges::find(files, m_path, &FileAfterPatch::path);
        return found == files.end() ? nullptr : &*found;
    };
    const auto *left = textOf(m_left);
    const auto *right = textOf(m_right);
    const auto isPart = (left && !left->isWhole) || (right && !right->isWhole);
    m_diff->setVisible(!m_path.isEmpty());
    m_note->setText(m_path.isEmpty() ? tr("Choose a file to see what differs in it.")
            : isPart                 ? tr("The patches show this file only around their changes.")
                                     : QString());
    const auto side = [](const QComboBox *box, const FileAfterPatch *file) {
        const auto letter = runLetter(std::max(0, box->currentIndex()));
        return DiffView::Side{file ? letter : tr("%1 (no such file)").arg(letter), file ? file->text : QString(), {}};
    };
    if (!m_path.isEmpty())
        m_diff->setSides(side(m_left, left), side(m_right, right), m_path);
}

QTreeView *CompareView::matrix(CompareModel *model, QSortFilterProxyModel *proxy, const QString &name)
{
    proxy->setSourceModel(model);
    proxy->setFilterRole(CompareModel::DiffersRole);
    auto *view = new QTreeView(this);
    view->setModel(proxy);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setAccessibleName(name);
    view->header()->setStretchLastSection(false);
    return view;
}

/// Three lines: who, how well, what the verifiers say.
QString CompareView::headOf(int run) const
{
    const auto &reading = *m_runs[static_cast<size_t>(run)];
    const auto &key = reading.run.key;
    const auto who
        = tr("%1  %2 · %3 · run %4")
              .arg(runLetter(run), shownLine(key.configuration.scaffold, 60), shownLine(key.configuration.model, 80))
              .arg(key.trial);
    const auto share = reading.run.assertions > 0
        ? QLocale().toString(100.0 * reading.run.passed / reading.run.assertions, 'f', 1) + u" %"
        : QStringLiteral("–");
    const auto score = tr("%1 of %2 assertions (%3)").arg(reading.run.passed).arg(reading.run.assertions).arg(share);
    return who + u'\n' + shownLine(key.task, 120) + u" · " + score + u'\n' + verdictWords(reading.verdicts);
}

} // namespace Decayscope
