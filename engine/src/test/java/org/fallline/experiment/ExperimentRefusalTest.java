package org.fallline.experiment;

import static org.fallline.experiment.ExperimentCodecTest.linear;
import static org.fallline.experiment.ExperimentCodecTest.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fallline.json.JsonException;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no experiment is refused with the place and what would be right. */
class ExperimentRefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // fields beside version and problem | pointer | part of the message
                ", 'title': 3 | /title | expected a string but found a number",
                ", 'notes': null | /notes | expected a string but found null",
                ", 'seed': 1.5 | /seed | expected a whole number from -2147483648 to 2147483647 but found 1.5",
                ", 'seed': 2147483648 | /seed | but found 2147483648",
                ", 'seed': '7' | /seed | expected a number but found a string",
                ", 'steps': -1 | /steps | expected a whole number from 0 to 100000 but found -1",
                ", 'steps': 100001 | /steps | but found 100001",
                ", 'steps': 2.5 | /steps | but found 2.5",
                ", 'steps': [] | /steps | expected a number but found an array",
                ", 'start': 3 | /start | expected an array but found a number",
                ", 'start': [1] | /start | expected 2 items but found 1",
                ", 'start': [1, 2, 3] | /start | expected 2 items but found 3",
                ", 'start': [1, 'y'] | /start/1 | expected a number but found a string",
                ", 'optimizers': {} | /optimizers | expected an array but found an object",
                ", 'optimizers': [] | /optimizers | expected 1 to 8 items but found 0",
                ", 'optimizers': [1] | /optimizers/0 | expected an object but found a number",
                ", 'optimizers': [{}] | /optimizers/0 | the field \"kind\" is missing",
                ", 'optimizers': [{'kind': true}] | /optimizers/0/kind | expected a string but found a boolean",
                ", 'optimizers': [{'kind': 'bear'}] | /optimizers/0/kind"
                        + " | unknown optimizer; the optimizers are sgd, adagrad, rmsprop",
                ", 'optimizers': [{'kind':'sgd'},{'kind':'sgd','beta1':0}] | /optimizers/1/beta1"
                        + " | the fields here are kind, learningRate, momentum, nesterov",
                ", 'optimizers': [{'kind':'sgd','learningRate':-1}] | /optimizers/0/learningRate"
                        + " | expected a number from 0 to 1000000",
                ", 'optimizers': [{'kind':'sgd','learningRate':'fast'}] | /optimizers/0/learningRate"
                        + " | expected a number but found a string",
                ", 'optimizers': [{'kind':'sgd','momentum':1.5}] | /optimizers/0/momentum | expected a number from 0 to 1",
                ", 'optimizers': [{'kind':'sgd','nesterov':1}] | /optimizers/0/nesterov"
                        + " | expected true or false but found a number",
                ", 'optimizers': [{'kind':'lbfgs','memory':2.5}] | /optimizers/0/memory"
                        + " | expected a whole number from 1 to 100",
                ", 'optimizers': [{'kind':'sgd','on':1}] | /optimizers/0/on | expected true or false but found a number",
                ", 'optimizers': [{'kind':'sgd','changes':[{'momentum':1}]}] | /optimizers/0/changes/0"
                        + " | the field \"step\" is missing",
                ", 'optimizers': [{'kind':'sgd','changes':[{'step':0}]}] | /optimizers/0/changes/0/step"
                        + " | expected a whole number from 1 to 100000",
                ", 'optimizers': [{'kind':'sgd','changes':[{'step':5},{'step':5}]}] | /optimizers/0/changes/1"
                        + " | changes come in the order of their steps, one a step; step 5 comes after step 5",
                ", 'optimizers': [{'kind':'sgd','changes':[{'step':5,'clipNorm':1,'clipValue':1}]}]"
                        + " | /optimizers/0/changes/0 | a gradient is clipped in one way",
                ", 'optimizers': [{'kind':'sgd','clipNorm':-1}] | /optimizers/0/clipNorm"
                        + " | expected a number from 0 to 1000000000000",
                ", 'optimizers': [{'kind':'sgd','clipNorm':1,'clipValue':1}] | /optimizers/0"
                        + " | clipped in one way: by clipValue or by clipNorm, not both",
                ", 'optimizers': [{'kind':'sgd','emaMomentum':1}] | /optimizers/0/emaMomentum"
                        + " | expected a number from 0 up to but not including 1",
                ", 'optimizers': [{'kind':'sgd','clipnorm':1}] | /optimizers/0/clipnorm"
                        + " | weightDecay, clipValue, clipNorm, globalClipNorm, emaMomentum, schedule",
                ", 'optimizers': [{'kind':'sgd','schedule':'cosine'}] | /optimizers/0/schedule"
                        + " | expected an object but found a string",
                ", 'optimizers': [{'kind':'sgd','schedule':{'kind':'sine'}}] | /optimizers/0/schedule/kind"
                        + " | unknown schedule; the schedules are constant, piecewise, exponential",
                ", 'optimizers': [{'kind':'sgd','schedule':{'kind':'cosine','decaySteps':0}}]"
                        + " | /optimizers/0/schedule/decaySteps | expected a whole number from 1 to 1000000",
                ", 'optimizers': [{'kind':'sgd','schedule':{'kind':'cosine','tMul':2}}]"
                        + " | /optimizers/0/schedule/tMul | the fields here are kind, decaySteps, alpha, warmupSteps",
                ", 'speed': 2 | /speed | unknown field \"speed\"; the fields here are version, title",
                ", 'a/b~c': 2 | /a~1b~0c | unknown field \"a/b~c\""
            })
    void read_wrongField_isRefusedWithThePathAndWhatWouldBeRight(String fields, String pointer, String message) {
        assertRefused(with(fields), pointer, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // problem | pointer | part of the message
                "3 | /problem | expected an object but found a number",
                "{} | /problem | the field \"kind\" is missing",
                "{'kind':'net'} | /problem/kind | the kinds are function, linear, network",
                "{'kind':'network'} | /problem | the field \"dataset\" is missing",
                "{'kind':'function'} | /problem | expected either a name or a formula",
                "{'kind':'function','name':'sphere','formula':'x'} | /problem | expected either a name or a formula",
                "{'kind':'function','name':'nowhere'} | /problem/name | the test functions are sphere, booth, matyas",
                "{'kind':'function','formula':''} | /problem/formula | the formula is empty",
                "{'kind':'function','formula':7} | /problem/formula | expected a string but found a number",
                "{'kind':'function','formula':'2+3'} | /problem/formula | no variable",
                "{'kind':'function','formula':'x','x':1} | /problem/x | unknown field",
                "{'kind':'function','formula':'x','domain':[0,1]} | /problem/domain | expected an object",
                "{'kind':'function','formula':'x','domain':{'x':[1]}} | /problem/domain/x | expected 2 items",
                "{'kind':'function','formula':'x','domain':{'x':[1,1]}} | /problem/domain/x | apart, not 1 to 1",
                "{'kind':'function','formula':'x','domain':{'x':[1e10,10000000000.0005]}} | /problem/domain/x"
                        + " | the smaller first and at least 1e-13 of the larger one apart, not 10000000000 to 10000000000.0005",
                "{'kind':'function','formula':'x','domain':{'x':[-1e308,1e308]}} | /problem/domain/x | two finite numbers",
                "{'kind':'function','formula':'x','domain':{'y':[0,1]}} | /problem/domain"
                        + " | the domain names y but the variables are x",
                "{'kind':'function','formula':'x','domain':{'y':[-4,4]}} | /problem/domain"
                        + " | the domain names y but the variables are x",
                "{'kind':'function','name':'sphere','data':{'x':[1]}} | /problem/data | data goes with a formula",
                "{'kind':'function','formula':'a','data':[1]} | /problem/data | expected an object but found an array",
                "{'kind':'function','formula':'a','data':{'x':3}} | /problem/data/x | expected an array",
                "{'kind':'function','formula':'a','data':{'x':[]}} | /problem/data/x | expected 1 to 1000 items but found 0",
                "{'kind':'function','formula':'a','data':{'x':[1,2],'y':[1]}} | /problem/data/y | expected 2 items but found 1",
                "{'kind':'function','formula':'a','data':{'x':[1,null]}} | /problem/data/x/1 | expected a number",
                "{'kind':'function','formula':'a','data':{'exp':[1]}} | /problem/data/exp | exp cannot name a column",
                "{'kind':'function','formula':'a','data':{'my x':[1]}} | /problem/data/my x"
                        + " | expected a letter, then letters, digits and underscores",
                "{'kind':'function','formula':'mean(x)','data':{'x':[1]}} | /problem/formula | no variable",
                "{'kind':'function','formula':'mean(a x)','data':{'x':[1]},'domain':{'x':[0,1]}} | /problem/domain"
                        + " | the domain names x but the variables are a",
                "{'kind':'linear'} | /problem | the field \"b\" is missing",
                "{'kind':'linear','b':[]} | /problem/b | expected 1 to 100 items but found 0"
            })
    void read_wrongProblem_isRefusedWithThePathAndWhatWouldBeRight(String problem, String pointer, String message) {
        assertRefused(ExperimentCodecTest.of(problem), pointer, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'x':[[1,2]],'y':[[1]],'W':[[1],[2]] | /problem | the field \"b\" is missing",
                "'x':[[1,2]],'y':[[1]],'W':[1,2],'b':[0] | /problem/W/0 | expected an array but found a number",
                "'x':[[1,2],[3]],'y':[[1]],'W':[[1],[2]],'b':[0] | /problem/x/1 | expected 2 items but found 1",
                "'x':[[1,true]],'y':[[1]],'W':[[1],[2]],'b':[0] | /problem/x/0/1 | expected a number but found a boolean",
                "'x':[[1,2]],'y':[[1]],'W':[[1]],'b':[0] | /problem/W | W has the shape (1, 1) but must have (2, 1)",
                "'x':[[1,2]],'y':[[1],[2]],'W':[[1],[2]],'b':[0] | /problem/y | y has the shape (2, 1) but must have (1, 1)",
                "'x':[[1,2]],'y':[[1]],'W':[[1],[2]],'b':[0,0] | /problem/b | b has the shape (2) but must have (1)",
                "'x':[[1,2]],'y':[[1]],'W':[[1],[2]],'b':[0],'c':1 | /problem/c | unknown field"
            })
    void read_wrongLinearModel_isRefusedWithThePathAndWhatWouldBeRight(String fields, String pointer, String message) {
        assertRefused(linear(fields), pointer, message);
    }

    static void assertRefused(String text, String pointer, String message) {
        ExperimentException e = assertThrows(ExperimentException.class, () -> ExperimentCodec.read(text));
        assertEquals(pointer, e.pointer(), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
        assertEquals(-1, e.position());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | '' | expected an object but found an array",
                "{} | '' | the field \"version\" is missing",
                "{\"version\": 1} | '' | the field \"problem\" is missing",
                "{\"version\": \"1\"} | /version | expected a number but found a string",
                "{\"version\": 0} | /version | expected a whole number from 1 to 1",
                "{\"version\": 2} | /version | written by a newer Fallline; the newest version read here is 1",
                // What is new in it must not be what is complained of.
                "{\"version\": 2, \"novelty\": 1} | /version | written by a newer Fallline"
            })
    void read_wrongWhole_isRefusedWithWhatWouldBeRight(String text, String pointer, String message) {
        assertRefused(text, pointer.equals("''") ? "" : pointer, message);
    }

    @Test
    void read_malformedFormula_isRefusedWithThePositionInIt() {
        ExperimentException e = assertThrows(
                ExperimentException.class,
                () -> ExperimentCodec.read(ExperimentCodecTest.of("{'kind':'function','formula':'x + * y'}")));
        assertEquals("/problem/formula", e.pointer());
        assertEquals(4, e.position());
        assertTrue(String.valueOf(e.getMessage()).contains("but found '*'"), e.getMessage());
    }

    @Test
    void read_columnThatIsLeftOver_isRefusedWithThePositionInTheFormula() {
        ExperimentException e = assertThrows(
                ExperimentException.class,
                () -> ExperimentCodec.read(ExperimentCodecTest.of(
                        "{'kind':'function','formula':'(a x - y)^2','data':{'x':[1],'y':[2]}}")));
        assertEquals("/problem/formula", e.pointer());
        assertEquals(3, e.position());
        assertTrue(String.valueOf(e.getMessage()).contains("put sum(…) or mean(…) around it"), e.getMessage());
    }

    @Test
    void read_dataAtItsLimit_isAcceptedAndOneMoreRefused() {
        String column = "[0" + ",0".repeat(999) + "]";
        StringBuilder columns = new StringBuilder("'c1':" + column);
        for (int i = 2; i <= 100; i++) {
            columns.append(",'c").append(i).append("':").append(column);
        }
        String start = "{'kind':'function','formula':'mean(a c1)','data':{";
        ProblemSpec.Function spec =
                (ProblemSpec.Function) ExperimentCodec.read(ExperimentCodecTest.of(start + columns + "}}"))
                        .problem();
        assertEquals(100, spec.data().values().size());
        assertEquals(1000, spec.data().rows());
        assertRefused(
                ExperimentCodecTest.of(start + columns + ",'d':[0]}}"),
                "/problem/data",
                "expected at most 100 columns but found 101");
        assertRefused(
                ExperimentCodecTest.of(start + "'c1':[0" + ",0".repeat(1000) + "]}}"),
                "/problem/data/c1",
                "1 to 1000 items");
    }

    @Test
    void read_textsAtTheirLimit_areAcceptedAndOneMoreRefused() {
        String title = "é".repeat(Experiment.MAX_TITLE);
        String notes = "n".repeat(Experiment.MAX_NOTES);
        assertEquals(
                title, ExperimentCodec.read(with(", 'title': '" + title + "'")).title());
        assertEquals(
                notes, ExperimentCodec.read(with(", 'notes': '" + notes + "'")).notes());
        assertRefused(with(", 'title': '" + title + "!'"), "/title", "expected at most 200 characters but found 201");
        assertRefused(with(", 'notes': '" + notes + "!'"), "/notes", "at most 10000 characters but found 10001");
        assertRefused(
                ExperimentCodecTest.of("{'kind':'function','formula':'" + "x".repeat(2001) + "'}"),
                "/problem/formula",
                "expected at most 2000 characters but found 2001");
    }

    @Test
    void read_tooManyOptimizers_isRefused() {
        String eight = "{'kind':'sgd'}" + ",{'kind':'sgd'}".repeat(7);
        assertEquals(
                8,
                ExperimentCodec.read(with(", 'optimizers':[" + eight + "]"))
                        .optimizers()
                        .size());
        assertRefused(
                with(", 'optimizers':[" + eight + ",{'kind':'sgd'}]"),
                "/optimizers",
                "expected 1 to 8 items but found 9");
    }

    @ParameterizedTest
    @CsvSource({
        // variables, optimizers, most steps, counted by hand: 20,000,000 / (2 · variables · optimizers) − 1
        "2, 8, 100000",
        "99, 1, 100000",
        "100, 1, 99999",
        "100, 2, 49999",
        "400, 8, 3124"
    })
    void read_stepsThatWouldNotFit_areRefusedWithWhatWould(int variables, int optimizers, int most) {
        StringBuilder formula = new StringBuilder("v1");
        for (int i = 2; i <= variables; i++) {
            formula.append("+v").append(i);
        }
        String problem = "{'kind':'function','formula':'" + formula + "'}";
        String race = "{'kind':'sgd'}" + ",{'kind':'sgd'}".repeat(optimizers - 1);
        String before = "{'version':1,'problem':" + problem + ",'optimizers':[" + race + "],'steps':";
        assertEquals(
                most,
                ExperimentCodec.read((before + most + "}").replace('\'', '"')).steps());
        if (most < Experiment.MAX_STEPS) {
            String message = "expected at most " + most + " steps, which is what fits with " + variables
                    + " parameters and " + optimizers + " optimizer";
            assertRefused((before + (most + 1) + "}").replace('\'', '"'), "/steps", message);
            assertRefused((before + "100000}").replace('\'', '"'), "/steps", message);
        }
    }

    @Test
    void read_optimizerWhoseMatrixWouldNotFit_isRefused() {
        // 100 inputs and 30 outputs have 3,030 parameters; their square is more than the 2²² numbers that a matrix may
        // be.
        String row = "[0" + ",0".repeat(29) + "]";
        String model = "'x':[[0" + ",0".repeat(99) + "]],'y':[" + row + "],'W':[" + row + ("," + row).repeat(99)
                + "],'b':" + row;
        String problem = "{'kind':'linear'," + model + "},'optimizers':[{'kind':'KIND'}]";
        String limited = ExperimentCodecTest.of(problem.replace("KIND", "lbfgs"));
        assertEquals("lbfgs", ExperimentCodec.read(limited).optimizers().get(0).kind());
        assertRefused(
                ExperimentCodecTest.of(problem.replace("KIND", "bfgs")),
                "/optimizers/0",
                "too many parameters for this rule: its inverse Hessian would be 3030 × 3030 numbers, and at most 4194304");
    }

    @Test
    void read_notJson_isRefusedWithTheLine() {
        JsonException e = assertThrows(JsonException.class, () -> ExperimentCodec.read("{\n\"version\": one}"));
        assertEquals(2, e.line());
    }
}
