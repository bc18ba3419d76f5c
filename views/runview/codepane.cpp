// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codepane.h"

#include "codeheader.h"
#include "codenotice.h"
#include "codeturn.h"
#include "codeview.h"
#include "diffview.h"
#include "filetreemodel.h"

#include <widgets/spacing.h>

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr quint8 stateVersion = 1;

std::vector<int> turnsOf(const std::vector<FileVersion> &versions)
{
    std::vector<int> turns;
    for (const auto &version : versions) {
        if (version.turn >= 0)
            turns.push_back(version.turn);
    }
    return turns;
}

/// The first turn from `turn` on after which the text is known; -1 where there is none.
int knownAgain(const std::vector<FileVersion> &versions, int turn)
{
    for (const auto &version : versions) {
        if (version.turn > turn && version.exists && version.knowledge != FileKnowledge::Unknown)
            return version.turn;
    }
    return -1;
}

} // namespace

/// A side of a diff, or why there is none.
struct CodePane::Side
{
    std::optional<DiffView::Side> side;
    QString problem;
};

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
    m_tree->header()->setMinimumSectionSize(Spacing::wide);
    for (auto *label : {m_note, m_coverage}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMargin(Spacing::tight);
    }
    m_note->setAutoFillBackground(true);
    m_note->setBackgroundRole(QPalette::ToolTipBase);
    m_note->setForegroundRole(QPalette::ToolTipText);
    m_note->hide();
    layOut();
    connectParts();
    refresh();
}

CodePane::~CodePane() = default;

void CodePane::setHistory(std::shared_ptr<const CodeHistory> history)
{
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
    if (!m_history->paths().contains(m_path))
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

void CodePane::refresh()
{
    m_files->setMoment(m_turn, m_moment == Moment::Final);
    if (const auto index = m_files->indexOf(m_path); index.isValid() && index != m_tree->currentIndex()) {
        const QSignalBlocker blocker(m_tree->selectionModel());
        m_tree->setCurrentIndex(index);
        m_tree->viewport()->update();
    }
    if (m_path.isEmpty())
        showNotice(tr("No code"), tr("The agent wrote no file that the trajectory or the patch shows."));
    else if (isComparing())
        showDiff();
    else if (m_moment == Moment::Final)
        showFinal();
    else
        showAtTurn();
    updateHeader();
}

void CodePane::showAtTurn()
{
    const auto *at = version();
    if (!at)
        return showAbsent();
    if (!at->exists)
        return showNotice(tr("Deleted"), at->how, at->turn == m_turn ? -1 : at->turn);
    if (at->knowledge == FileKnowledge::Unknown)
        return showUnknown(*at);
    const auto isNew = m_shown != at || m_shownPath != m_path;
    showRows(codeRows(*at), at);
    const auto first = std::ranges::find(at->writers, m_turn);
    if (isNew && at->turn == m_turn && first != at->writers.end())
        m_view->showLine(static_cast<int>(first - at->writers.begin()) + 1);
}

void CodePane::showAbsent()
{
    const auto &versions = m_history->versions(m_path);
    const auto first = std::ranges::find_if(versions, [](const FileVersion &at) { return at.turn >= 0; });
    if (first == versions.end())
        return showNotice(tr("Only in the patch"),
            tr("No turn shows how this file was written. The final patch has it: choose “Final” above."));
    showNotice(
        tr("Not there yet"), tr("At turn %1 no turn had written this file.").arg(turnNumber(m_turn)), first->turn);
}

void CodePane::showUnknown(const FileVersion &version)
{
    const auto again = knownAgain(m_history->versions(m_path), version.turn);
    const auto hope = again >= 0       ? tr("Its text is known again from turn %1 on.").arg(turnNumber(again))
        : m_history->finalFile(m_path) ? tr("No later turn shows its text; the final patch does.")
                                       : tr("No later turn shows its text.");
    showNotice(tr("Unknown since turn %1").arg(turnNumber(version.turn)),
        version.how + u'\n' + tr("What stands in it is not guessed.") + u' ' + hope, again);
}

void CodePane::showFinal()
{
    const auto *file = m_history->finalFile(m_path);
    if (!file)
        return showNotice(tr("Not in the final patch"),
            tr("The patch that the suite was run on does not contain this file. Choose “At the turn” above."));
    if (!file->exists)
        return showNotice(tr("Deleted"), tr("The final patch deletes this file."));
    showRows(codeRows(*file), file);
}

void CodePane::showRows(std::vector<CodeRow> rows, const void *what)
{
    if (m_shown != what || m_shownPath != m_path) {
        const auto keepsPlace = m_shownPath == m_path;
        m_shown = what;
        m_shownPath = m_path;
        m_view->setMarks({});
        m_view->setRows(std::move(rows), m_path, keepsPlace);
    }
    m_view->setTurn(m_moment == Moment::Final ? unknownWriter : m_turn, m_lastTurn);
    m_view->setMarks(showsFinalText() ? m_marksOf.value(m_path) : QMap<int, QString>());
    m_stack->setCurrentWidget(m_codePage);
    announceNote({});
}

void CodePane::showDiff()
{
    auto left = side(m_from);
    auto right = side(m_to);
    if (!left.side || !right.side)
        return showNotice(tr("Cannot be compared"), left.side ? right.problem : left.problem);
    m_diff->codeView()->setTurn(m_turn, m_lastTurn);
    m_diff->setSides(std::move(*left.side), std::move(*right.side), m_path);
    m_stack->setCurrentWidget(m_diff);
}

void CodePane::showNotice(const QString &title, const QString &text, int turn)
{
    m_notice->showNotice(title, text, turn);
    m_stack->setCurrentWidget(m_notice);
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

/// Says what the verifier found on the line under the pointer or, else, under the cursor.
void CodePane::announceNote(const QString &hovered)
{
    auto text = hovered;
    if (const auto *row = m_view->currentRow(); text.isEmpty() && row && row->number > 0)
        text = m_view->markOf(row->number);
    m_note->setText(text.isEmpty() ? text : QString(u"⚠ " + text));
    m_note->setVisible(!text.isEmpty());
}

void CodePane::updateHeader()
{
    CodeHeading heading{.path = m_path,
        .when = {},
        .knowledge = {},
        .how = {},
        .versions = turnsOf(m_history->versions(m_path)),
        .turn = m_turn,
        .isFinal = m_moment == Moment::Final,
        .isComparing = isComparing(),
        .from = m_from,
        .to = m_to};
    if (const auto *at = version(); at && !heading.isFinal) {
        heading.when = tr("as of turn %1").arg(turnNumber(m_turn));
        heading.how = at->how;
        heading.knowledge = at->knowledge == FileKnowledge::Unknown ? tr("unknown")
            : at->knowledge == FileKnowledge::Exact                 ? tr("exact")
                                                                    : tr("replayed");
    } else if (const auto *file = m_history->finalFile(m_path); file && heading.isFinal) {
        heading.when = tr("final patch");
        heading.knowledge = file->isWhole ? tr("exact") : tr("in part");
        heading.how = file->isWhole ? QString() : tr("The patch shows this file only around its changes.");
    }
    m_header->setHeading(heading);
    const auto coverage = m_history->coverage();
    const QLocale locale;
    m_coverage->setText(tr("%1 of %n line(s) of the final patch have a known turn.", nullptr, coverage.lines)
            .arg(locale.toString(coverage.known)));
    m_coverage->setVisible(coverage.lines > 0);
}

bool CodePane::showsFinalText() const
{
    if (m_moment == Moment::Final)
        return true;
    const auto *file = m_history->finalFile(m_path);
    const auto *at = version();
    return file && at && file->exists && file->isWhole && at->exists && at->text == file->text;
}

CodePane::Side CodePane::side(std::optional<int> turn) const
{
    if (!turn) {
        const auto *file = m_history->finalFile(m_path);
        if (!file)
            return {{}, tr("The final patch does not contain this file.")};
        if (file->exists && !file->isWhole)
            return {{}, tr("The final patch shows this file only in part.")};
        return {DiffView::Side{tr("final"), file->exists ? file->text : QString(), file->writers}, {}};
    }
    const auto *at = m_history->versionAt(m_path, *turn);
    if (!at || !at->exists)
        return {DiffView::Side{tr("turn %1 (no such file)").arg(turnNumber(*turn)), {}, {}}, {}};
    if (at->knowledge == FileKnowledge::Unknown)
        return {{}, tr("The file's text at turn %1 is unknown: %2").arg(turnNumber(*turn), at->how)};
    return {DiffView::Side{tr("turn %1").arg(turnNumber(*turn)), at->text, at->writers}, {}};
}

const FileVersion *CodePane::version() const
{
    return m_history->versionAt(m_path, m_turn);
}

} // namespace Decayscope
