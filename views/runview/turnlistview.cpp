// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlistview.h"

#include "findbar.h"
#include "gotobar.h"
#include "turnfinder.h"
#include "turnlistaccess.h"
#include "turnlistarea.h"
#include "turnlistheader.h"
#include "turnstrip.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

namespace Decayscope {

namespace {

constexpr int findDelayMilliseconds = 60;
constexpr int mostWords = 12;
constexpr std::array groupKeys{QLatin1StringView("tools"), QLatin1StringView("reasoning"), QLatin1StringView("outputs"),
    QLatin1StringView("metadata")};

bool &groupOf(ShownGroups &groups, TurnListView::Group group)
{
    switch (group) {
    case TurnListView::Group::Tools:
        return groups.tools;
    case TurnListView::Group::Reasoning:
        return groups.reasoning;
    case TurnListView::Group::Outputs:
        return groups.outputs;
    case TurnListView::Group::Metadata:
        break;
    }
    return groups.metadata;
}

/// The words of a search, without its operators.
QStringList wordsOf(const QString &search)
{
    static const QRegularExpression word(QStringLiteral("[\\w]{2,}"), QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    auto found = word.globalMatch(search.left(400));
    while (found.hasNext() && words.size() < mostWords) {
        const auto text = found.next().captured();
        if (text != u"AND" && text != u"OR" && text != u"NOT" && text != u"NEAR")
            words.append(text);
    }
    return words;
}

} // namespace

TurnListView::TurnListView(QWidget *parent)
    : QWidget(parent)
{
    installTurnListAccess();
    createParts();
    connectParts();
    showCourse(-1);
}

TurnListView::~TurnListView() = default;

void TurnListView::createParts()
{
    m_header = new TurnListHeader(this);
    m_find = new FindBar(this);
    m_goTo = new GoToBar(this);
    m_area = new TurnListArea(this);
    m_strip = new TurnStrip(this);
    m_finder = new TurnFinder(this);
    m_findDelay = new QTimer(this);
    m_findDelay->setSingleShot(true);
    m_findDelay->setInterval(findDelayMilliseconds);
    m_find->hide();
    m_goTo->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_find);
    column->addWidget(m_goTo);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_area, 1);
    row->addWidget(m_strip);
    column->addLayout(row, 1);
    setFocusProxy(m_area);
}

void TurnListView::connectParts()
{
    connect(m_header, &TurnListHeader::groupToggled, this,
        [this](int group, bool shown) { setShown(static_cast<Group>(group), shown); });
    connect(m_header, &TurnListHeader::turnRequested, this, &TurnListView::setCurrentTurn);
    connect(m_strip, &TurnStrip::turnRequested, this, &TurnListView::setCurrentTurn);
    connect(m_goTo, &GoToBar::turnRequested, this, &TurnListView::setCurrentTurn);
    connect(m_goTo, &GoToBar::closed, this, &TurnListView::closeBars);
    connect(m_find, &FindBar::closed, this, &TurnListView::closeBars);
    connect(m_find, &FindBar::stepRequested, this, &TurnListView::stepHit);
    connect(m_find, &FindBar::queryChanged, m_findDelay, qOverload<>(&QTimer::start));
    connect(m_findDelay, &QTimer::timeout, this, &TurnListView::startFind);
    connect(m_finder, &TurnFinder::changed, this, &TurnListView::takeHits);
    connect(m_area, &TurnListArea::currentTurnChanged, this, &TurnListView::showCourse);
    connect(m_area, &TurnListArea::currentTurnChanged, this, &TurnListView::currentTurnChanged);
    connect(m_area, &TurnListArea::visibleChanged, this,
        [this] { m_strip->setVisibleTurns(m_area->firstVisible(), m_area->lastVisible()); });
    connect(m_area, &TurnListArea::codeRequested, this, &TurnListView::codeRequested);
    connect(m_area, &TurnListArea::linkCopyRequested, this, &TurnListView::linkCopyRequested);
    connect(m_area, &TurnListArea::copied, this, &TurnListView::copied);
}

void TurnListView::setTurns(std::shared_ptr<const TurnSource> turns)
{
    m_hit.reset();
    m_finder->start(nullptr, {}, 0);
    m_digest.reset();
    m_turns = std::move(turns);
    m_strip->setCount(m_turns ? m_turns->count() : 0);
    m_header->setLoops({});
    m_area->setHits(nullptr, std::nullopt);
    m_area->setTurns(m_turns);
    if (m_find->isVisibleTo(this))
        startFind();
}

void TurnListView::setDigest(std::shared_ptr<const TrajectoryDigest> digest)
{
    if (!m_turns || !digest || std::ssize(digest->turns) != m_turns->count())
        return;
    m_digest = std::move(digest);
    m_strip->setDigest(m_digest);
    m_header->setLoops(m_digest->loops);
    m_area->setDigest(m_digest);
    showCourse(m_area->currentTurn());
}

int TurnListView::currentTurn() const
{
    return m_area->currentTurn();
}

void TurnListView::setCurrentTurn(int turn)
{
    m_area->setCurrentTurn(turn);
}

void TurnListView::nextTurn()
{
    m_area->step(1);
}

void TurnListView::previousTurn()
{
    m_area->step(-1);
}

void TurnListView::setShown(Group group, bool shown)
{
    auto groups = m_area->groups();
    groupOf(groups, group) = shown;
    m_area->setGroups(groups);
    m_header->setGroups(groups);
}

bool TurnListView::isShown(Group group) const
{
    auto groups = m_area->groups();
    return groupOf(groups, group);
}

void TurnListView::toggleFold()
{
    m_area->toggleFold();
}

void TurnListView::foldAll(bool folded)
{
    m_area->foldAll(folded);
}

void TurnListView::toggleRaw()
{
    m_area->toggleRaw();
}

void TurnListView::copySelection()
{
    m_area->copySelection();
}

QString TurnListView::selectedText() const
{
    return m_area->selectedText();
}

void TurnListView::openFind()
{
    m_goTo->hide();
    m_find->open();
    if (m_finder->count() == 0)
        startFind();
}

void TurnListView::openGoTo()
{
    m_goTo->open(m_turns ? m_turns->count() : 0);
}

void TurnListView::closeBars()
{
    const bool wasFinding = m_find->isVisibleTo(this);
    m_find->hide();
    m_goTo->hide();
    if (wasFinding) {
        m_findDelay->stop();
        m_hit.reset();
        m_finder->start(nullptr, {}, 0);
        m_find->setStatus({});
    }
    m_area->setFocus(Qt::OtherFocusReason);
}

void TurnListView::startFind()
{
    m_findDelay->stop();
    m_isHitShown = false;
    m_hit.reset();
    m_finder->start(m_turns, m_find->query(), currentTurn());
}

/// Hits came in: they are marked, and the first one from the current turn on is shown.
void TurnListView::takeHits()
{
    const bool isFirst = !m_isHitShown && m_finder->count() > 0;
    if (isFirst) {
        m_isHitShown = true;
        const int index = m_finder->indexFrom({.turn = currentTurn()});
        m_hit = m_finder->hit(index < m_finder->count() ? index : 0);
    }
    m_strip->setHits(m_finder->turns());
    m_area->setHits(m_finder, m_hit);
    if (isFirst)
        m_area->showHit(*m_hit);
    showStatus();
}

void TurnListView::findNext()
{
    if (!m_find->isVisibleTo(this))
        return openFind();
    stepHit(1);
}

void TurnListView::findPrevious()
{
    if (!m_find->isVisibleTo(this))
        return openFind();
    stepHit(-1);
}

void TurnListView::stepHit(int step)
{
    if (m_findDelay->isActive()) {
        startFind();
        return;
    }
    const int count = m_finder->count();
    if (count == 0)
        return;
    const int index = m_hit ? m_finder->indexFrom(*m_hit) + step : m_finder->indexFrom({.turn = currentTurn()});
    m_hit = m_finder->hit((index + count) % count);
    m_area->setHits(m_finder, m_hit);
    m_area->showHit(*m_hit);
    showStatus();
}

void TurnListView::showStatus()
{
    const int count = m_finder->count();
    if (!m_finder->problem().isEmpty() && count == 0)
        return m_find->setStatus(m_finder->problem(), true);
    if (m_find->query().pattern.isEmpty())
        return m_find->setStatus({});
    if (count == 0)
        return m_find->setStatus(m_finder->isRunning() ? tr("Searching\u2026") : tr("Not found"));
    auto status = tr("%1 of %2").arg(m_hit ? m_finder->indexFrom(*m_hit) + 1 : 0).arg(count);
    if (m_finder->isRunning() || !m_finder->problem().isEmpty())
        status.append(u'+');
    m_find->setStatus(status);
}

QString TurnListView::findStatus() const
{
    return m_find->status();
}

void TurnListView::highlight(const QString &words)
{
    m_area->setWords(wordsOf(words));
}

void TurnListView::showCourse(int turn)
{
    m_strip->setCurrent(turn);
    const int turns = m_turns ? m_turns->count() : 0;
    QStringList words{turns == 0 ? tr("No turns") : tr("Turn %1 of %2").arg(turn + 1).arg(turns)};
    if (m_digest)
        words.append(courseUntil(*m_digest, turn));
    m_header->setCourse(words);
}

QString TurnListView::headerText() const
{
    return m_header->course();
}

QByteArray TurnListView::state() const
{
    QJsonObject state;
    for (size_t group = 0; group < groupKeys.size(); ++group)
        state.insert(groupKeys.at(group), isShown(static_cast<Group>(group)));
    const auto query = m_find->query();
    state.insert(u"regularExpression", query.isRegularExpression);
    state.insert(u"matchCase", query.isCaseSensitive);
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void TurnListView::restoreState(const QByteArray &state)
{
    const auto object = QJsonDocument::fromJson(state).object();
    if (object.isEmpty())
        return;
    for (size_t group = 0; group < groupKeys.size(); ++group)
        setShown(static_cast<Group>(group), object.value(groupKeys.at(group)).toBool(true));
    m_find->setSwitches(object.value(u"regularExpression").toBool(), object.value(u"matchCase").toBool());
}

void TurnListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_find->isVisibleTo(this) || m_goTo->isVisibleTo(this)))
        closeBars();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Decayscope
