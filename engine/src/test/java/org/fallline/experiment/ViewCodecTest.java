package org.fallline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewCodecTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // fields | pointer | part of the message
                ", 'view': [] | /view | expected an object but found an array",
                ", 'view': {'zoom': 2} | /view/zoom | unknown field \"zoom\"",
                ", 'view': {'plane': 'flat'} | /view/plane | expected \"axes\" or \"random\" or \"pca\" or \"hessian\" or \"points\" or \"line\"",
                ", 'view': {'projection': 'globe'} | /view/projection | expected \"contour\" or \"surface\"",
                ", 'view': {'scale': 'cubic'} | /view/scale | expected \"linear\" or \"log\" or \"rank\"",
                ", 'view': {'colors': 'jet'} | /view/colors | expected \"fell\" or \"viridis\" or \"cividis\"",
                ", 'view': {'planeSeed': 1} | /view/planeSeed | this plane has no \"planeSeed\"",
                ", 'view': {'plane': 'pca', 'axes': [0, 1]} | /view/axes | this plane has no \"axes\"",
                ", 'view': {'plane': 'line'} | /view | the field \"points\" is missing: this plane goes through 2 points",
                ", 'view': {'plane': 'line', 'points': [[0, 0]]} | /view/points | expected 2 items but found 1",
                ", 'view': {'plane': 'line', 'points': [[0, 0], [1]]} | /view/points/1 | expected 2 items but found 1",
                ", 'view': {'plane': 'line', 'points': [[0, 0], {'step': 101}]} | /view/points/1/step | from 0 to 100 but found 101",
                ", 'view': {'plane': 'line', 'points': [[0, 0], {'optimizer': 1, 'step': 1}]} | /view/points/1/optimizer | from 0 to 0 but found 1",
                ", 'view': {'walker': 1} | /view/walker | expected a whole number from 0 to 0 but found 1",
                ", 'view': {'anchor': -1} | /view/anchor | expected a whole number from 0 to 100 but found -1",
                ", 'view': {'follow': 1} | /view/follow | expected true or false but found a number",
                ", 'view': {'window': {'u': [0, 1]}} | /view/window | the field \"v\" is missing",
                ", 'view': {'window': {'u': [1, 0], 'v': [0, 1]}} | /view/window | a window along u must be two finite numbers",
                ", 'view': {'camera': [0, 1, 1]} | /view/camera | a camera's elevation must be from 6 to 88, not 1",
                ", 'view': {'layers': ['rain']} | /view/layers/0 | expected \"field\" or \"critical\" or \"step\" or \"newton\"",
                ", 'view': {'step': 101} | /view/step | expected a whole number from 0 to 100 but found 101",
                ", 'steps': 5, 'view': {'step': 6} | /view/step | from 0 to 5 but found 6",
                ", 'view': {'computation': {'pass': 'sideways'}} | /view/computation/pass | expected \"forward\" or \"loss\" or \"backward\"",
                ", 'view': {'computation': {'pass': 'forward'}} | /view/computation | the field \"node\" is missing",
                ", 'view': {'computation': {'node': 1}} | /view/computation | the field \"pass\" is missing",
                ", 'view': {'computation': {'pass': 'loss', 'node': 1}} | /view/computation/node | the loss is the last node",
                ", 'view': {'computation': {'pass': 'backward', 'node': 0}} | /view/computation/node | expected a whole number from 1 to",
                ", 'view': {'computation': {'pass': 'backward', 'node': 999}} | /view/computation/node | but found 999",
                ", 'view': {'computation': {'open': [-1]}} | /view/computation/open/0 | expected a whole number from 0",
                ", 'view': {'computation': {'tensor': 'W'}} | /view/computation/tensor | nothing on the tape has this name; there are x, y, ",
                ", 'view': {'computation': {'compare': 1}} | /view/computation/compare | expected true or false",
                ", 'view': {'computation': {'edges': 'ropes'}} | /view/computation/edges | expected \"weights\" or \"gradients\" or \"errors\"",
                ", 'view': {'computation': {'example': 0}} | /view/computation/example | expected a whole number from 1 to 20",
                ", 'view': {'optimizer': 1} | /view/optimizer | expected a whole number from 0 to 0 but found 1",
                ", 'view': {'axes': [0]} | /view/axes | expected 2 items",
                ", 'view': {'axes': [0, 2]} | /view/axes/1 | expected a whole number from 0 to 1 but found 2",
                ", 'view': {'axes': [1, 1]} | /view/axes | expected two different parameters"
            })
    void read_wrongView_isRefusedWithThePathAndWhatWouldBeRight(String fields, String pointer, String message) {
        ExperimentRefusalTest.assertRefused(ExperimentCodecTest.with(fields), pointer, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // fields, as somebody may write them | fields of the canonical text
                ", 'view':{'computation':{'node':2,'pass':'backward','open':[1,0,1]},'step':1}"
                        + " | ,'view':{'step':1,'computation':{'pass':'backward','node':2,'open':[0,1]}}",
                ", 'view':{'computation':{'compare':true,'tensor':'v2','pass':'loss'}}"
                        + " | ,'view':{'computation':{'pass':'loss','tensor':'v2','compare':true}}",
                ", 'view':{'computation':{'example':3,'edges':'errors'},'optimizer':0}"
                        + " | ,'view':{'computation':{'edges':'errors','example':3}}",
                ", 'view':{'computation':{'compare':false,'pass':'loss','edges':'weights'}} | ,'view':{'computation':{'pass':'loss'}}",
                ", 'view':{'step':1,'axes':[1,0]} | ,'view':{'axes':[1,0],'step':1}",
                ", 'view':{'plane':'random','planeSeed':0,'walker':0,'anchor':0,'follow':false,'shading':true,'layers':[]}"
                        + " | ,'view':{'plane':'random'}",
                ", 'view':{'plane':'pca','anchor':100,'colors':'fell','camera':[-30,47,1]} | ,'view':{'plane':'pca'}",
                ", 'view':{'layers':['newton','field','newton'],'follow':true,'plane':'hessian'}"
                        + " | ,'view':{'plane':'hessian','follow':true,'layers':['field','newton']}",
                ", 'view':{'window':{'v':[0,2],'u':[-1,1e0]},'projection':'surface','camera':[1,30,2],'shading':false}"
                        + " | ,'view':{'window':{'u':[-1,1],'v':[0,2]},'shading':false,'projection':'surface','camera':[1,30,2]}",
                ", 'view':{'points':[[1,2],{'optimizer':0,'step':3},{'step':4}],'plane':'points','scale':'rank'}"
                        + " | ,'view':{'plane':'points','points':[[1,2],{'step':3},{'step':4}],'scale':'rank'}",
                ", 'view':{'points':[[1,2],{'step':9}],'plane':'line','window':{'u':[-1,1]},'colors':'cividis'}"
                        + " | ,'view':{'plane':'line','points':[[1,2],{'step':9}],'window':{'u':[-1,1]},'colors':'cividis'}"
            })
    void write_whatWasRead_isCanonical(String fields, String canonical) {
        Experiment experiment = ExperimentCodec.read(ExperimentCodecTest.with(fields));
        String text = ExperimentCodec.write(experiment);
        assertEquals(ExperimentCodecTest.with(canonical), text);
        assertEquals(experiment, ExperimentCodec.read(text));
    }

    @Test
    void namesOnTheTape_nameOneNodeEach_soThatALinkOpensTheRightOne() {
        for (int seed = 0; seed < 200; seed++) {
            Problem problem = RandomExperiment.of(new Random(seed)).problem().problem(seed);
            List<Node> inputs = problem.layout().inputs();
            Graph graph = Graph.of(inputs, List.of(problem.loss().apply(inputs)));
            // Constants may share a name, as pi does, and then have the same value.
            List<Node> shown = new ArrayList<>(inputs);
            shown.addAll(graph.operations());
            for (Node node : shown) {
                assertSame(node, graph.named(graph.name(node)), () -> graph.name(node) + " of\n" + graph);
            }
        }
    }
}
