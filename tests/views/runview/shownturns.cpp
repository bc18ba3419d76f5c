// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shownturns.h"

#include <trajectory/turndigest.h>

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

Shown::Shown(std::vector<TurnContent> turns, bool withDigest)
    : source(std::make_shared<MadeUpTurns>(std::move(turns)))
{
    view.resize(700, 500);
    view.show();
    view.setTurns(source);
    if (withDigest)
        view.setDigest(std::make_shared<const TrajectoryDigest>(digestOf(*source, {})));
    QTest::qWait(0);
}

void Shown::type(const QString &words)
{
    view.openFind();
    auto *edit = view.findChild<QLineEdit *>();
    edit->setText(words);
}

std::vector<TurnContent> smallRun()
{
    return {aPrompt(u"Build it."_s), aCommand(u"I look **around**."_s, u"ls"_s),
        anOutput(u"app.js\nError at src/a.js:12:3"_s, 1), anEdit(u"src/a.js"_s, lines(3)), aCommand({}, u"npm test"_s),
        anOutput(lines(40))};
}

} // namespace Decayscope::Test
