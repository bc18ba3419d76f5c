// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints first paint, next turn, find and memory of the turn list for 2,000 turns with 130 MB of text, beside a plain
// text edit that is given the first tenth of the same text.

#include <runview/turnlistarea.h>
#include <runview/turnlistview.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace Decayscope;

namespace {

constexpr int turnCount = 2000;
constexpr qsizetype turnBytes = 65'000;

/// Every turn is spelled anew from its number, as a reader parses it anew, so that the source holds next to nothing.
class SpelledTurns final : public TurnSource
{
public:
    SpelledTurns()
    {
        while (m_text.size() < turnBytes - 200)
            m_text.append(QStringLiteral("GET /api/articles 200 %1 ms - listing what there is\n").arg(m_text.size()));
    }

    int count() const override { return turnCount; }

    Turn outline(int index) const override
    {
        return {.index = index, .role = index % 2 == 0 ? TurnRole::Assistant : TurnRole::Tool, .length = turnBytes};
    }

    TurnContent turn(int index) const override
    {
        TurnContent turn{.index = index, .role = outline(index).role};
        turn.kind = index % 2 == 0 ? TurnKind::Command : TurnKind::Observation;
        turn.parts.push_back({.kind = PartKind::Text, .text = QStringLiteral("I look at **step %1**.").arg(index)});
        turn.parts.push_back({.kind = index % 2 == 0 ? PartKind::Command : PartKind::Output, .text = text(index)});
        return turn;
    }

    QByteArray raw(int index) const override { return text(index).toUtf8(); }

    [[nodiscard]] QString text(int index) const { return m_text + QStringLiteral("needle%1").arg(index); }

private:
    QString m_text;
};

double residentMegabytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void settle()
{
    for (int i = 0; i < 3; ++i)
        QApplication::processEvents();
}

double firstPaint(TurnListView &view, const std::shared_ptr<const TurnSource> &turns)
{
    QElapsedTimer timer;
    timer.start();
    view.setTurns(turns);
    view.grab();
    return milliseconds(timer);
}

/// In the processor's time, so that a busy machine does not count.
std::vector<double> walk(TurnListView &view, int steps)
{
    std::vector<double> times;
    for (int i = 0; i < steps; ++i) {
        const auto start = std::clock();
        view.nextTurn();
        view.area()->viewport()->repaint();
        times.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        settle();
    }
    std::ranges::sort(times);
    return times;
}

double findMilliseconds(TurnListView &view, const QString &words)
{
    QElapsedTimer timer;
    auto *edit = view.findChild<QLineEdit *>();
    view.closeBars();
    edit->clear();
    view.openFind();
    timer.start();
    edit->setText(words);
    while (!view.findStatus().contains(u" of ") && timer.elapsed() < 60'000)
        QTest::qWait(1);
    return milliseconds(timer);
}

double plainFirstPaint(const SpelledTurns &turns)
{
    QString text;
    for (int i = 0; i < turnCount / 10; ++i)
        text.append(turns.text(i));
    QPlainTextEdit edit;
    edit.resize(700, 900);
    edit.show();
    QElapsedTimer timer;
    timer.start();
    edit.setPlainText(text);
    edit.grab();
    return milliseconds(timer);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const auto turns = std::make_shared<SpelledTurns>();
    TurnListView view;
    view.resize(700, 900);
    view.show();
    settle();
    const auto idle = residentMegabytes();
    const auto paint = firstPaint(view, turns);
    const auto times = walk(view, 400);
    const auto near = findMilliseconds(view, QStringLiteral("needle500"));
    const auto far = findMilliseconds(view, QStringLiteral("needle399"));
    const auto memory = residentMegabytes() - idle;
    const auto plain = plainFirstPaint(*turns);
    std::printf("first paint          %8.1f ms   (budget 500)\n", paint);
    std::printf("next turn, median    %8.2f ms\n", times[times.size() / 2]);
    std::printf("next turn, 99 of 100 %8.2f ms   (budget 16)\n", times[times.size() * 99 / 100]);
    std::printf("find, next hundred   %8.1f ms   (budget 200)\n", near);
    std::printf("find, all the way    %8.1f ms\n", far);
    std::printf("memory above idle    %8.1f MB   (budget 300)\n", memory);
    std::printf("plain edit, a tenth  %8.1f ms   ratio of first paint %.4f\n", plain, paint / plain);
    return 0;
}
