// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <pages/runpage.h>
#include <pages/verifiercaselist.h>
#include <pages/verifiermatrix.h>
#include <pages/verifierspage.h>
#include <runview/violationpanel.h>
#include <shell/verifierstrip.h>
#include <verifiers/bothverifiers.h>
#include <widgets/messagebar.h>
#include <widgets/segmentedswitch.h>
#include <workspace/workspace.h>

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 600'000;

/// The verifiers of an older version: syntax ones that find every constraint broken at one place of main.py.
Verifiers olderVerifiers()
{
    auto verifiers = bothVerifiers();
    verifiers.syntax.version = u"syntax-0"_s;
    verifiers.syntax.verify = [](QByteArrayView, ConstraintSet constraints) {
        std::vector<ConstraintVerdict> verdicts;
        for (const auto constraint : constraints.toVector())
            verdicts.push_back({constraint, false, u"All is broken."_s,
                {{constraint, u"main.py"_s, 1, u"It is."_s, u"layer-up"_s}}, {}});
        return verdicts;
    };
    return verifiers;
}

QString studyOf(const QString &folder, const Verifiers &verifiers)
{
    const QString tree = folder % u"/results";
    const QString path = folder % u"/mine.decayscope";
    return Test::makeTree(tree, 60) && importIntoStore(path, {tree}, {}, verifiers, {}) ? path : QString();
}

std::unique_ptr<AppContext> openWith(const QString &study, const Verifiers &verifiers)
{
    auto context = std::make_unique<AppContext>(*qApp, WindowOptions{.store = study, .verifiers = verifiers});
    context->start();
    const bool isOpen
        = QTest::qWaitFor([&] { return context->study().snapshot() && !context->window().isComputing(); }, patience);
    return isOpen ? std::move(context) : nullptr;
}

} // namespace

/// The page on verifiers, the switch between them, and runs that are judged late.
class TestVerifying : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_study = studyOf(m_folder.path(), olderVerifiers());
        QVERIFY(!m_study.isEmpty());
    }

    /// From the page's counts over its list to a run at the finding, all by keys.
    void thePageLeadsToFindings()
    {
        m_context = openWith(m_study, olderVerifiers());
        QVERIFY(m_context);
        trigger(Command::Verifiers);
        QVERIFY(Test::waitForPage(window(), Page::Verifiers));
        auto *page = window().verifiersPage();
        QVERIFY2(
            page->casesTitle().startsWith(u"All constraints · the verifiers differ: "), qPrintable(page->casesTitle()));
        QVERIFY(!page->cases()->printed().isEmpty());
        QVERIFY2(page->cases()->printed().front().endsWith(u"✗ broken: All is broken."),
            qPrintable(page->cases()->printed().front()));
        QVERIFY2(page->impactText().contains(u"to 0.0 (syntax)"), qPrintable(page->impactText()));
        QCOMPARE(page->noticeText(), QString());
        page->matrix()->setFocus();
        Test::press(window(), Qt::Key_Return);
        Test::press(window(), Qt::Key_Return);
        QVERIFY(Test::waitForPage(window(), Page::Run));
        auto *run = window().runPage();
        QVERIFY(QTest::qWaitFor([&] { return run->reading() && !window().isComputing(); }, patience));
        QCOMPARE(run->panels()->currentWidget(), run->violations());
        QCOMPARE(run->violations()->mode(), VerifierMode::Syntax);
        QVERIFY(run->violations()->currentViolation());
        QCOMPARE(run->violations()->currentViolation()->file, u"main.py"_s);
        QVERIFY(run->violations()->explanation().startsWith(u"Import goes up a layer"));
        trigger(Command::Back);
        QVERIFY(Test::waitForPage(window(), Page::Verifiers));
        QCOMPARE(Test::namelessWidgets(window()), QStringList());
    }

    void theRunPageRemembersItsMode()
    {
        trigger(Command::Run);
        QVERIFY(Test::waitForPage(window(), Page::Run));
        auto *panel = window().runPage()->violations();
        const auto tab = [this] {
            auto *tabs = window().runPage()->panels();
            return tabs->tabText(tabs->indexOf(window().runPage()->violations()));
        };
        const auto bySyntax = tab();
        panel->modeSwitch()->findChildren<QAbstractButton *>().front()->click();
        QCOMPARE(panel->mode(), VerifierMode::Reference);
        QVERIFY2(tab() != bySyntax || panel->verdicts().empty(), qPrintable(tab()));
        panel->modeSwitch()->findChildren<QAbstractButton *>().back()->click();
        window().close();
        m_context = openWith(m_study, olderVerifiers());
        QVERIFY(m_context);
        QCOMPARE(window().runPage()->violations()->mode(), VerifierMode::Syntax);
    }

    /// Verifiers of another version: what is stored is judged again, once.
    void runsOfOlderVerifiersAreJudged()
    {
        window().close();
        m_context.reset();
        m_context = openWith(m_study, bothVerifiers());
        QVERIFY(m_context);
        QVERIFY(QTest::qWaitFor([&] { return window().messages()->text().contains(u"judged anew"); }, patience));
        QVERIFY(window().judgingStrip()->isHidden());
        trigger(Command::Verifiers);
        QVERIFY(Test::waitForPage(window(), Page::Verifiers));
        QVERIFY2(!window().verifiersPage()->impactText().contains(u"to 0.0 (syntax)"),
            qPrintable(window().verifiersPage()->impactText()));
        window().close();
        m_context.reset();
        m_context = openWith(m_study, bothVerifiers());
        QVERIFY(m_context);
        QVERIFY(!m_context->study().isJudging());
    }

    /// What is stopped is judged the next time.
    void judgingCanBeStopped()
    {
        window().close();
        m_context.reset();
        const auto held = std::make_shared<std::atomic<bool>>(true);
        auto slow = olderVerifiers();
        slow.syntax.version = u"syntax-slow"_s;
        slow.syntax.verify = [held, verify = slow.syntax.verify](QByteArrayView patch, ConstraintSet constraints) {
            while (*held)
                QThread::msleep(5);
            return verify(patch, constraints);
        };
        m_context = openWith(m_study, slow);
        QVERIFY(m_context);
        QVERIFY(m_context->study().isJudging());
        QVERIFY2(window().judgingStrip()->text().startsWith(u"Judging runs: 0 of "),
            qPrintable(window().judgingStrip()->text()));
        emit window().judgingStrip() -> cancelRequested();
        *held = false;
        QVERIFY(QTest::qWaitFor([&] { return window().judgingStrip()->isHidden(); }, patience));
        QVERIFY(!m_context->study().isJudging());
        QVERIFY(!window().messages()->text().contains(u"judged anew"));
    }

    /// Who had chosen raw before there was a third score keeps it.
    void theOldSwitchIsMigrated()
    {
        window().close();
        m_context.reset();
        {
            QSettings file(QSettings::IniFormat, QSettings::UserScope, u"decayscope"_s, u"decayscope"_s);
            file.remove(u"numbers/score"_s);
            file.setValue(u"numbers/raw"_s, true);
        }
        m_context = openWith(m_study, bothVerifiers());
        QVERIFY(m_context);
        QCOMPARE(window().score(), ScoreChoice::Raw);
        trigger(Command::ScoreSyntax);
        window().close();
        m_context.reset();
        m_context = openWith(m_study, bothVerifiers());
        QVERIFY(m_context);
        QCOMPARE(window().score(), ScoreChoice::Syntax);
    }

    void cleanupTestCase()
    {
        if (m_context)
            window().close();
        m_context.reset();
    }

private:
    [[nodiscard]] MainWindow &window() const { return m_context->window(); }
    void trigger(Command command) const { window().commands().action(command)->trigger(); }

    QTemporaryDir m_folder;
    QString m_study;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestVerifying test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_verifying.moc"
