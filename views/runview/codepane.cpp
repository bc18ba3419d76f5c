// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codepane.h"

#include "codeheader.h"
#include "codenotice.h"
#include "codeview.h"
#include "diffview.h"
#include "filetreemodel.h"

#include <widgets/spacing.h>

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QItemSelectionModel>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr quint8 stateVersion = 1;

} // namespace

CodePane::CodePane(QWidget *parent)
    : QWidget(parent)
    , m_history(std::make_shared<const CodeHistory>())
    , m_files(new FileTreeModel(this))
    , m_tree(new QTreeView(this))
    , m_header(new CodeHeader(this))
    , m_view(new CodeView(this))
    , m_note(new QLabel(this))
    , m_coverage(new QLabel(this))
    , m_diff(new DiffView(this))
    , m_notice(new CodeNotice(this))
    , m_codePage(new QWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(this))
{
    m_view->setObjectName(QStringLiteral("code"));
    m_view->setColumns(CodeView::Column::Writer);
    m_tree->setModel(m_files);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(Spacing::normal + Spacing::tight);
    m_tree->setAccessibleName(tr("Files the agent wrote"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(FileTreeModel::Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(FileTreeModel::Signs, QHeaderView::ResizeToContents);
    m_tree->header()->setResizeContentsPrecision(0);
    m_tree->header()->setMinimumSectionSize(Spacing::wide);
    for (auto *label : {m_note, m_coverage}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMargin(Spacing::tight);
    }
    m_note->setAutoFillBackground(true);
    m_note->setBackgroundRole(QPalette::AlternateBase);
    m_note->hide();
    layOut();
    connectParts();
    refresh();
}

CodePane::~CodePane() = default;

void CodePane::setHistory(std::shared_ptr<const CodeHistory> history)
{
    m_isReading = !history;
    m_history = history ? std::move(history) : std::make_shared<const CodeHistory>();
    m_shown = nullptr;
    m_files->setHistory(m_history);
    m_tree->expandToDepth(4);
    m_lastTurn = 0;
    for (const auto &path : m_history->paths()) {
        if (const auto &versions = m_history->versions(path); !versions.empty())
            m_lastTurn = std::max(m_lastTurn, versions.back().turn);
    }
    resolveMarks();
    if (!m_isReading && !m_files->indexOf(m_path).isValid())
        m_path.clear();
    if (m_path.isEmpty())
        follow(m_turn);
    refresh();
}

void CodePane::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    resolveMarks();
    refresh();
}

void CodePane::setMoment(Moment moment)
{
    if (moment == m_moment)
        return;
    m_moment = moment;
    if (m_diffFollows)
        toggleDiff(true);
    else
        refresh();
}

void CodePane::setTurn(int turn)
{
    if (turn == m_turn)
        return;
    m_turn = turn;
    if (m_moment == Moment::AtTurn)
        follow(turn);
    if (m_diffFollows)
        toggleDiff(true);
    else
        refresh();
}

bool CodePane::showLine(const QString &path, int line)
{
    const auto resolved = m_history->resolved(path);
    if (resolved.isEmpty())
        return false;
    m_from.reset();
    m_to.reset();
    m_diffFollows = false;
    if (m_marksOf.value(resolved).contains(line))
        m_moment = Moment::Final;
    open(resolved);
    if (line <= 0 || (m_stack->currentWidget() == m_codePage && m_view->showLine(line)))
        return true;
    const auto before = m_moment;
    setMoment(m_moment == Moment::Final ? Moment::AtTurn : Moment::Final);
    if (m_stack->currentWidget() != m_codePage || !m_view->showLine(line))
        setMoment(before);
    return true;
}

void CodePane::nextFile()
{
    step(1);
}

void CodePane::previousFile()
{
    step(-1);
}

int CodePane::turnOfCurrentLine() const
{
    const auto *view = m_stack->currentWidget() == m_diff ? m_diff->codeView() : m_view;
    const auto *row = m_stack->currentWidget() == m_notice ? nullptr : view->currentRow();
    return row && row->number > 0 ? row->writer : unknownWriter;
}

void CodePane::setCompared(std::optional<int> fromTurn, std::optional<int> toTurn)
{
    m_from = fromTurn;
    m_to = toTurn;
    m_diffFollows = false;
    refresh();
}

int CodePane::currentLine() const
{
    const auto *view = m_stack->currentWidget() == m_diff ? m_diff->codeView() : m_view;
    const auto *row = m_stack->currentWidget() == m_notice ? nullptr : view->currentRow();
    return row ? row->number : 0;
}

TextLines CodePane::selectedLines() const
{
    const auto *view = m_stack->currentWidget() == m_diff ? m_diff->codeView() : m_view;
    if (m_stack->currentWidget() == m_notice)
        return {};
    auto lines = linesOf(*view);
    const auto *first = view->rowAt(lines.first - 1);
    const auto *last = view->rowAt(lines.last - 1);
    if (!first || !last || first->number <= 0 || last->number <= 0)
        return {};
    return {first->number, last->number, lines.text};
}

QByteArray CodePane::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << stateVersion << m_splitter->saveState() << (m_moment == Moment::Final) << m_diff->isSideBySide();
    return bytes;
}

void CodePane::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint8 version = 0;
    QByteArray splitter;
    bool isFinal = false;
    bool isSideBySide = false;
    stream >> version;
    if (version != stateVersion)
        return;
    stream >> splitter >> isFinal >> isSideBySide;
    if (stream.status() != QDataStream::Ok)
        return;
    m_splitter->restoreState(splitter);
    m_diff->setSideBySide(isSideBySide);
    setMoment(isFinal ? Moment::Final : Moment::AtTurn);
}

void CodePane::layOut()
{
    auto *code = new QVBoxLayout(m_codePage);
    code->setContentsMargins(0, 0, 0, 0);
    code->setSpacing(0);
    code->addWidget(m_view, 1);
    code->addWidget(m_note);
    for (auto *page : {m_codePage, static_cast<QWidget *>(m_diff), static_cast<QWidget *>(m_notice)})
        m_stack->addWidget(page);
    auto *right = new QWidget(m_splitter);
    right->setAutoFillBackground(true);
    right->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    column->addWidget(m_coverage);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    m_splitter->setSizes({190, 560});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void CodePane::connectParts()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const auto path = index.data(FileTreeModel::PathRole).toString();
        if (!path.isEmpty() && path != m_path)
            open(path);
    });
    connect(m_header, &CodeHeader::momentChosen, this,
        [this](bool isFinal) { setMoment(isFinal ? Moment::Final : Moment::AtTurn); });
    connect(m_header, &CodeHeader::comparingChosen, this, &CodePane::toggleDiff);
    connect(m_header, &CodeHeader::sidesChosen, this, &CodePane::setCompared);
    connect(m_header, &CodeHeader::turnRequested, this, &CodePane::turnRequested);
    connect(m_notice, &CodeNotice::turnRequested, this, &CodePane::turnRequested);
    connect(m_diff, &DiffView::turnRequested, this, &CodePane::turnRequested);
    connect(m_view, &CodeView::turnRequested, this, &CodePane::turnRequested);
    connect(m_view, &CodeView::hoveredMark, this, &CodePane::announceNote);
    connect(m_view, &CodeView::currentRowChanged, this, [this] {
        announceNote({});
        if (m_view->currentRow())
            emit placeChanged(m_path, currentLine());
    });
}

void CodePane::resolveMarks()
{
    m_marksOf.clear();
    QHash<QString, int> counts;
    for (const auto &mark : m_marks) {
        const auto path = m_history->resolved(mark.path);
        if (path.isEmpty())
            continue;
        ++counts[path];
        auto &text = m_marksOf[path][std::max(mark.line, 1)];
        text += (text.isEmpty() ? QString() : QStringLiteral("\n"))
            + (mark.verifier.isEmpty() ? mark.reason : tr("%1: %2").arg(mark.verifier, mark.reason));
    }
    m_files->setViolations(counts);
}

void CodePane::open(const QString &path)
{
    m_path = path;
    refresh();
    emit placeChanged(m_path, currentLine());
}

void CodePane::step(int by)
{
    const auto &paths = m_files->paths();
    if (paths.isEmpty())
        return;
    const auto at = paths.indexOf(m_path);
    const auto next = at < 0 ? (by > 0 ? 0 : paths.size() - 1) : (at + by + paths.size()) % paths.size();
    open(paths[next]);
}

/// Opens a file the turn wrote; at the very beginning any that there is.
void CodePane::follow(int turn)
{
    const auto touched = m_history->touchedBy(turn);
    if (touched.contains(m_path))
        return;
    for (const auto &path : touched) {
        if (m_files->indexOf(path).isValid()) {
            m_path = path;
            return;
        }
    }
    if (m_path.isEmpty() && !m_files->paths().isEmpty())
        m_path = m_files->paths().first();
}

/// At a turn: what its version of the file changed; in the end: what became of it since the turn.
void CodePane::toggleDiff(bool on)
{
    m_diffFollows = on;
    m_from.reset();
    m_to.reset();
    if (on && m_moment == Moment::Final) {
        m_from = m_turn;
    } else if (on) {
        const auto *at = version();
        m_from = at && at->turn >= 0 ? at->turn - 1 : m_turn;
        m_to = m_turn;
    }
    refresh();
}

const FileVersion *CodePane::version() const
{
    return m_history->versionAt(m_path, m_turn);
}

} // namespace Decayscope
