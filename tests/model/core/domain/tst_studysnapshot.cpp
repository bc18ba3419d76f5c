// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/studysnapshot.h>
#include <support/arun.h>

#include <QTest>

using namespace Decayscope;
using Test::aRun;

namespace {

QStringList printed(const std::vector<ConfigurationStyle> &styles)
{
    QStringList lines;
    for (const auto &style : styles) {
        lines.append(QStringLiteral("%1: colour %2, line %3, place %4")
                .arg(style.displayName)
                .arg(style.color)
                .arg(static_cast<int>(style.line))
                .arg(style.order));
    }
    return lines;
}

} // namespace

class TestStudySnapshot : public QObject
{
    Q_OBJECT

private slots:
    void colourByModelLineByScaffold()
    {
        const std::vector<Run> runs{
            aRun().of("beta", "mini_swe_sdk"), aRun().of("alpha", "openhands_sdk"), aRun().of("alpha", "mini_swe_sdk")};
        QCOMPARE(printed(completedStyles({}, runs)),
            QStringList({QStringLiteral("alpha · mini_swe_sdk: colour 0, line 0, place 0"),
                QStringLiteral("beta · mini_swe_sdk: colour 1, line 0, place 1"),
                QStringLiteral("alpha · openhands_sdk: colour 0, line 1, place 2")}));
    }

    void keepsWhatTheStudyFixed()
    {
        const std::vector<Run> runs{aRun().of("alpha"), aRun().of("beta")};
        const ConfigurationStyle fixed{.configuration = runs.back().key.configuration,
            .displayName = QStringLiteral("Beta (ours)"),
            .color = 5,
            .line = LineStyle::Dot,
            .order = 3};
        const auto styles = completedStyles({fixed}, runs);
        QCOMPARE(printed(styles),
            QStringList({QStringLiteral("Beta (ours): colour 5, line 2, place 3"),
                QStringLiteral("alpha · mini_swe_sdk: colour 1, line 2, place 4")}));
    }
};

QTEST_GUILESS_MAIN(TestStudySnapshot)

#include "tst_studysnapshot.moc"
